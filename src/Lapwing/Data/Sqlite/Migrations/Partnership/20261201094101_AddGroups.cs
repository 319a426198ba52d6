using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Sqlite.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class AddGroups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "attendances",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<byte[]>(type: "BLOB", nullable: false),
                    session = table.Column<byte[]>(type: "BLOB", nullable: false),
                    presence = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    check = table.Column<byte[]>(type: "BLOB", nullable: true),
                    notice = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    notice_codes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    fact_codes = table.Column<long>(type: "INTEGER", nullable: false),
                    person_token = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendances", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cohort_sessions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    cohort = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    theme = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    starts_at = table.Column<int>(type: "INTEGER", nullable: false),
                    lead = table.Column<byte[]>(type: "BLOB", nullable: true),
                    second = table.Column<byte[]>(type: "BLOB", nullable: true),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: true),
                    taken_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cohort_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cohorts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    programme = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    who = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    parallel = table.Column<byte[]>(type: "BLOB", nullable: true),
                    capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    taken = table.Column<int>(type: "INTEGER", nullable: false),
                    first_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    starts_at = table.Column<int>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cohorts", x => x.id);
                    table.CheckConstraint("ck_cohort_places", "taken >= 0 AND taken <= capacity");
                });

            migrationBuilder.CreateTable(
                name: "facilitators",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    programme = table.Column<byte[]>(type: "BLOB", nullable: false),
                    member = table.Column<byte[]>(type: "BLOB", nullable: false),
                    licensed_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    licensed_until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    trained_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    trained_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_facilitators", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "group_feedback",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<byte[]>(type: "BLOB", nullable: false),
                    point = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    pack = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    scores = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_feedback", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "group_places",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    entry = table.Column<byte[]>(type: "BLOB", nullable: false),
                    cohort = table.Column<byte[]>(type: "BLOB", nullable: false),
                    who = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    placed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    placed_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pair = table.Column<byte[]>(type: "BLOB", nullable: true),
                    pair_size = table.Column<int>(type: "INTEGER", nullable: false),
                    apart_at = table.Column<long>(type: "INTEGER", nullable: true),
                    apart_why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    out_of_turn = table.Column<byte[]>(type: "BLOB", nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    left = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    left_why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    fact_codes = table.Column<long>(type: "INTEGER", nullable: false),
                    person_token = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_places", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "group_programmes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    summary = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: false),
                    service_number = table.Column<int>(type: "INTEGER", nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    is_paired = table.Column<bool>(type: "INTEGER", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    age_from = table.Column<int>(type: "INTEGER", nullable: true),
                    age_to = table.Column<int>(type: "INTEGER", nullable: true),
                    least_sessions = table.Column<int>(type: "INTEGER", nullable: false),
                    themes = table.Column<string>(type: "TEXT", nullable: false),
                    criteria = table.Column<string>(type: "TEXT", nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_programmes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pre_group_assessments",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    entry = table.Column<byte[]>(type: "BLOB", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_suitable = table.Column<bool>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pre_group_assessments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "therapy_notes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<byte[]>(type: "BLOB", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_therapy_notes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "waiting_entries",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    programme = table.Column<byte[]>(type: "BLOB", nullable: false),
                    who = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    asked_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_impacted = table.Column<bool>(type: "INTEGER", nullable: true),
                    safe_since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    lives_apart = table.Column<bool>(type: "INTEGER", nullable: true),
                    is_at_risk = table.Column<bool>(type: "INTEGER", nullable: true),
                    school_agrees = table.Column<bool>(type: "INTEGER", nullable: true),
                    school = table.Column<byte[]>(type: "BLOB", nullable: true),
                    keyworker = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    holds = table.Column<byte[]>(type: "BLOB", nullable: true),
                    fact_codes = table.Column<long>(type: "INTEGER", nullable: false),
                    person_token = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_waiting_entries", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_attendances_case_file",
                table: "attendances",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_attendances_place_on",
                table: "attendances",
                columns: new[] { "place", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_attendances_session_place",
                table: "attendances",
                columns: new[] { "session", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cohort_sessions_cohort_number",
                table: "cohort_sessions",
                columns: new[] { "cohort", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cohort_sessions_on_taken_at",
                table: "cohort_sessions",
                columns: new[] { "on", "taken_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cohorts_ended_at_first_on",
                table: "cohorts",
                columns: new[] { "ended_at", "first_on" });

            migrationBuilder.CreateIndex(
                name: "ix_cohorts_programme_first_on",
                table: "cohorts",
                columns: new[] { "programme", "first_on" });

            migrationBuilder.CreateIndex(
                name: "ix_facilitators_programme_member",
                table: "facilitators",
                columns: new[] { "programme", "member" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_group_feedback_case_file",
                table: "group_feedback",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_group_feedback_place_point",
                table: "group_feedback",
                columns: new[] { "place", "point" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_group_places_case_file",
                table: "group_places",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_group_places_cohort_status",
                table: "group_places",
                columns: new[] { "cohort", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_group_places_entry",
                table: "group_places",
                column: "entry",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_group_places_pair",
                table: "group_places",
                column: "pair");

            migrationBuilder.CreateIndex(
                name: "ix_group_programmes_name",
                table: "group_programmes",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "ix_pre_group_assessments_case_file",
                table: "pre_group_assessments",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_pre_group_assessments_entry_at",
                table: "pre_group_assessments",
                columns: new[] { "entry", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_therapy_notes_case_file",
                table: "therapy_notes",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_therapy_notes_place_at",
                table: "therapy_notes",
                columns: new[] { "place", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_waiting_entries_case_file",
                table: "waiting_entries",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_waiting_entries_holds",
                table: "waiting_entries",
                column: "holds",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_waiting_entries_programme_status_asked_at",
                table: "waiting_entries",
                columns: new[] { "programme", "status", "asked_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attendances");

            migrationBuilder.DropTable(
                name: "cohort_sessions");

            migrationBuilder.DropTable(
                name: "cohorts");

            migrationBuilder.DropTable(
                name: "facilitators");

            migrationBuilder.DropTable(
                name: "group_feedback");

            migrationBuilder.DropTable(
                name: "group_places");

            migrationBuilder.DropTable(
                name: "group_programmes");

            migrationBuilder.DropTable(
                name: "pre_group_assessments");

            migrationBuilder.DropTable(
                name: "therapy_notes");

            migrationBuilder.DropTable(
                name: "waiting_entries");
        }
    }
}
