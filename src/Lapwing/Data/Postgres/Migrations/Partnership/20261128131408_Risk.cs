using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Postgres.Migrations.Partnership
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    agency = table.Column<Guid>(type: "uuid", nullable: true),
                    is_planned = table.Column<bool>(type: "boolean", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agency_actions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "incidents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_approximate = table.Column<bool>(type: "boolean", nullable: false),
                    kinds = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    source = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    done_to = table.Column<Guid>(type: "uuid", nullable: false),
                    done_by = table.Column<Guid>(type: "uuid", nullable: true),
                    same_as = table.Column<Guid>(type: "uuid", nullable: true),
                    police_reference = table.Column<byte[]>(type: "bytea", nullable: true),
                    account = table.Column<byte[]>(type: "bytea", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    taken_back_by = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_back_reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incidents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "marac_considerations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    victim = table.Column<Guid>(type: "uuid", nullable: false),
                    harmer = table.Column<Guid>(type: "uuid", nullable: true),
                    is_made = table.Column<bool>(type: "boolean", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    criteria = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reasons = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marac_considerations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "matter_sides",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter = table.Column<Guid>(type: "uuid", nullable: false),
                    file = table.Column<Guid>(type: "uuid", nullable: false),
                    is_said_to_harm = table.Column<bool>(type: "boolean", nullable: false),
                    is_said_to_be_harmed = table.Column<bool>(type: "boolean", nullable: false),
                    is_assessed = table.Column<bool>(type: "boolean", nullable: false),
                    actions = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_sides", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "received_results",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    instrument = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    level = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    score = table.Column<int>(type: "integer", nullable: true),
                    assessed_by = table.Column<byte[]>(type: "bytea", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    raised_to = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    raise_reasons = table.Column<byte[]>(type: "bytea", nullable: true),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_received_results", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "risk_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<byte[]>(type: "bytea", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_assertions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    harmer = table.Column<Guid>(type: "uuid", nullable: false),
                    harmed = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_assertions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    other = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    screening = table.Column<Guid>(type: "uuid", nullable: false),
                    evidence = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    reversed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reversed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reversed_reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_screenings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    other = table.Column<Guid>(type: "uuid", nullable: false),
                    pack = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    answers = table.Column<byte[]>(type: "bytea", nullable: false),
                    point_to_subject = table.Column<int>(type: "integer", nullable: false),
                    point_to_other = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
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
