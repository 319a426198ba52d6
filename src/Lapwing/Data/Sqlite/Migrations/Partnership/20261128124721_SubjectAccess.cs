using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Sqlite.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class SubjectAccess : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "subject_access_requests",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    requester = table.Column<byte[]>(type: "BLOB", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_extended = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reply = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    harm_test = table.Column<byte[]>(type: "BLOB", nullable: true),
                    answer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    prepared_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    prepared_at = table.Column<long>(type: "INTEGER", nullable: true),
                    approved_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subject_access_requests", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_subject_access_requests_state_received_on",
                table: "subject_access_requests",
                columns: new[] { "state", "received_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "subject_access_requests");
        }
    }
}
