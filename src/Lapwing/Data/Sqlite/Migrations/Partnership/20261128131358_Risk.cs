using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Sqlite.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class Risk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agency_actions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    agency = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_planned = table.Column<bool>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    note = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agency_actions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "incidents",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_approximate = table.Column<bool>(type: "INTEGER", nullable: false),
                    kinds = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    done_to = table.Column<byte[]>(type: "BLOB", nullable: false),
                    done_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    same_as = table.Column<byte[]>(type: "BLOB", nullable: true),
                    police_reference = table.Column<byte[]>(type: "BLOB", nullable: true),
                    account = table.Column<byte[]>(type: "BLOB", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    taken_back_at = table.Column<long>(type: "INTEGER", nullable: true),
                    taken_back_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    taken_back_reason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incidents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marac_considerations",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    victim = table.Column<byte[]>(type: "BLOB", nullable: false),
                    harmer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_made = table.Column<bool>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    criteria = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    reasons = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marac_considerations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "matter_sides",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    matter = table.Column<byte[]>(type: "BLOB", nullable: false),
                    file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_said_to_harm = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_said_to_be_harmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_assessed = table.Column<bool>(type: "INTEGER", nullable: false),
                    actions = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_sides", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "received_results",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    instrument = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    score = table.Column<int>(type: "INTEGER", nullable: true),
                    assessed_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    raised_to = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    raise_reasons = table.Column<byte[]>(type: "BLOB", nullable: true),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    received_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_received_results", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "risk_changes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    note = table.Column<byte[]>(type: "BLOB", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_assertions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    harmer = table.Column<byte[]>(type: "BLOB", nullable: false),
                    harmed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    withdrawn_reason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_assertions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_decisions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    other = table.Column<byte[]>(type: "BLOB", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    screening = table.Column<byte[]>(type: "BLOB", nullable: false),
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reversed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reversed_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    reversed_reason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_screenings",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    other = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pack = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    answers = table.Column<byte[]>(type: "BLOB", nullable: false),
                    point_to_subject = table.Column<int>(type: "INTEGER", nullable: false),
                    point_to_other = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_screenings", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agency_actions_case_file",
                table: "agency_actions",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_incidents_case_file_on",
                table: "incidents",
                columns: new[] { "case_file", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_marac_considerations_case_file_on",
                table: "marac_considerations",
                columns: new[] { "case_file", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_matter_sides_file",
                table: "matter_sides",
                column: "file",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_matter_sides_matter",
                table: "matter_sides",
                column: "matter");

            migrationBuilder.CreateIndex(
                name: "ix_received_results_case_file",
                table: "received_results",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_risk_changes_case_file",
                table: "risk_changes",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_role_assertions_case_file",
                table: "role_assertions",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_role_decisions_case_file",
                table: "role_decisions",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_role_screenings_case_file",
                table: "role_screenings",
                column: "case_file");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agency_actions");

            migrationBuilder.DropTable(
                name: "incidents");

            migrationBuilder.DropTable(
                name: "marac_considerations");

            migrationBuilder.DropTable(
                name: "matter_sides");

            migrationBuilder.DropTable(
                name: "received_results");

            migrationBuilder.DropTable(
                name: "risk_changes");

            migrationBuilder.DropTable(
                name: "role_assertions");

            migrationBuilder.DropTable(
                name: "role_decisions");

            migrationBuilder.DropTable(
                name: "role_screenings");
        }
    }
}
