using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Postgres.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class Linkage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "likely_pairs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    other_file = table.Column<Guid>(type: "uuid", nullable: false),
                    other = table.Column<Guid>(type: "uuid", nullable: false),
                    agrees = table.Column<int>(type: "integer", nullable: false),
                    given_weight = table.Column<int>(type: "integer", nullable: false),
                    family_weight = table.Column<int>(type: "integer", nullable: false),
                    weight = table.Column<int>(type: "integer", nullable: false),
                    likelihood = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_likely_pairs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "same_persons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    other_file = table.Column<Guid>(type: "uuid", nullable: false),
                    other = table.Column<Guid>(type: "uuid", nullable: false),
                    decision = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    verdict = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    likelihood = table.Column<int>(type: "integer", nullable: true),
                    reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    end_asked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    end_asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    end_reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_same_persons", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_likely_pairs_person_other",
                table: "likely_pairs",
                columns: new[] { "person", "other" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_likely_pairs_weight",
                table: "likely_pairs",
                column: "weight");

            migrationBuilder.CreateIndex(
                name: "ix_same_persons_case_file",
                table: "same_persons",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_same_persons_decision",
                table: "same_persons",
                column: "decision");

            migrationBuilder.CreateIndex(
                name: "ix_same_persons_person_other_round",
                table: "same_persons",
                columns: new[] { "person", "other", "round" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "likely_pairs");

            migrationBuilder.DropTable(
                name: "same_persons");
        }
    }
}
