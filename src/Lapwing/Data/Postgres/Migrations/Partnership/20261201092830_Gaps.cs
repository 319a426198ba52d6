using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Postgres.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class Gaps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "end_recorded_at",
                table: "stays",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "recorded_at",
                table: "stays",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AlterColumn<Guid>(
                name: "team",
                table: "sharings",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "agency",
                table: "sharings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "recorded_at",
                table: "orders",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.CreateTable(
                name: "refused_ends",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    episode = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    not_measured = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    why = table.Column<byte[]>(type: "bytea", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refused_ends", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_refused_ends_case_file",
                table: "refused_ends",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_done_once_at",
                table: "done_once",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_done_once_at",
                table: "done_once");

            migrationBuilder.DropTable(
                name: "refused_ends");

            migrationBuilder.DropColumn(
                name: "end_recorded_at",
                table: "stays");

            migrationBuilder.DropColumn(
                name: "recorded_at",
                table: "stays");

            migrationBuilder.DropColumn(
                name: "agency",
                table: "sharings");

            migrationBuilder.DropColumn(
                name: "recorded_at",
                table: "orders");

            migrationBuilder.AlterColumn<Guid>(
                name: "team",
                table: "sharings",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
