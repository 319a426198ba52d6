using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Postgres.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class Accommodation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "housing_duties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    authority = table.Column<byte[]>(type: "bytea", nullable: false),
                    owed = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    priority = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_duties", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pathway_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    barrier = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    change = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    boroughs = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    state_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pathway_steps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "safe_enquiries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    state = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    needs = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    avoid_keys = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    team = table.Column<Guid>(type: "uuid", nullable: false),
                    taken_by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    codes = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safe_enquiries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "safe_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    team = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    needs = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    avoid = table.Column<byte[]>(type: "bytea", nullable: true),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    household = table.Column<Guid>(type: "uuid", nullable: false),
                    codes = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safe_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "safe_stays",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: false),
                    claim = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    is_commissioned = table.Column<bool>(type: "boolean", nullable: false),
                    moved_in_on = table.Column<DateOnly>(type: "date", nullable: false),
                    worker = table.Column<Guid>(type: "uuid", nullable: true),
                    support_from = table.Column<DateOnly>(type: "date", nullable: true),
                    moved_on_on = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    end_reason = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    adults = table.Column<int>(type: "integer", nullable: false),
                    children = table.Column<int>(type: "integer", nullable: false),
                    is_trans = table.Column<bool>(type: "boolean", nullable: true),
                    no_recourse = table.Column<bool>(type: "boolean", nullable: false),
                    support = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    household = table.Column<Guid>(type: "uuid", nullable: false),
                    codes = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safe_stays", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "safe_units",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    provider = table.Column<Guid>(type: "uuid", nullable: false),
                    team = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    standing = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    premises = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    @for = table.Column<string>(name: "for", type: "character varying(120)", maxLength: 120, nullable: false),
                    max_people = table.Column<int>(type: "integer", nullable: false),
                    youngest_adult = table.Column<int>(type: "integer", nullable: false),
                    takes_children = table.Column<bool>(type: "boolean", nullable: false),
                    boys_up_to = table.Column<int>(type: "integer", nullable: true),
                    children_up_to = table.Column<int>(type: "integer", nullable: true),
                    access = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    pets = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    takes_no_recourse = table.Column<bool>(type: "boolean", nullable: false),
                    support = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    specialism = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    is_commissioned = table.Column<bool>(type: "boolean", nullable: false),
                    region = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    area_key = table.Column<long>(type: "bigint", nullable: true),
                    spaces = table.Column<int>(type: "integer", nullable: false),
                    vacant = table.Column<int>(type: "integer", nullable: false),
                    held = table.Column<int>(type: "integer", nullable: false),
                    occupied = table.Column<int>(type: "integer", nullable: false),
                    vacancies_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    vacancies_by = table.Column<Guid>(type: "uuid", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safe_units", x => x.id);
                    table.CheckConstraint("ck_safe_units_held", "held >= 0 AND held <= vacant");
                    table.CheckConstraint("ck_safe_units_spaces", "occupied >= 0 AND vacant >= 0 AND vacant + occupied <= spaces");
                });

            migrationBuilder.CreateTable(
                name: "sanctuary_works",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    surveyed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    measures = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    owner_agrees = table.Column<bool>(type: "boolean", nullable: false),
                    fitted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reviewed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true),
                    household = table.Column<Guid>(type: "uuid", nullable: false),
                    codes = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sanctuary_works", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "step_sign_offs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<Guid>(type: "uuid", nullable: false),
                    alias = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    is_better = table.Column<bool>(type: "boolean", nullable: false),
                    in_their_words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_step_sign_offs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "turn_aways",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked = table.Column<Guid>(type: "uuid", nullable: false),
                    is_enquiry = table.Column<bool>(type: "boolean", nullable: false),
                    household = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    team = table.Column<Guid>(type: "uuid", nullable: true),
                    adults = table.Column<int>(type: "integer", nullable: false),
                    children = table.Column<int>(type: "integer", nullable: false),
                    codes = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_turn_aways", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_claims",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: false),
                    taken_slot = table.Column<int>(type: "integer", nullable: true),
                    taken_for = table.Column<Guid>(type: "uuid", nullable: true),
                    @for = table.Column<Guid>(name: "for", type: "uuid", nullable: false),
                    is_enquiry = table.Column<bool>(type: "boolean", nullable: false),
                    household = table.Column<Guid>(type: "uuid", nullable: false),
                    codes = table.Column<long>(type: "bigint", nullable: false),
                    needs = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    team = table.Column<Guid>(type: "uuid", nullable: false),
                    held_by = table.Column<Guid>(type: "uuid", nullable: false),
                    held_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    held_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    offered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    accepted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    refused_for = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_claims", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_locations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    address = table.Column<byte[]>(type: "bytea", nullable: false),
                    borough = table.Column<byte[]>(type: "bytea", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_locations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vacancy_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    difference = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vacancy_changes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_housing_duties_case_file_on",
                table: "housing_duties",
                columns: new[] { "case_file", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_pathway_steps_number",
                table: "pathway_steps",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_safe_enquiries_at",
                table: "safe_enquiries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_safe_enquiries_team_state_at",
                table: "safe_enquiries",
                columns: new[] { "team", "state", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_safe_requests_case_file_asked_at",
                table: "safe_requests",
                columns: new[] { "case_file", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_safe_stays_case_file_moved_in_on",
                table: "safe_stays",
                columns: new[] { "case_file", "moved_in_on" });

            migrationBuilder.CreateIndex(
                name: "ix_safe_stays_claim",
                table: "safe_stays",
                column: "claim",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_safe_stays_moved_in_on_moved_on_on",
                table: "safe_stays",
                columns: new[] { "moved_in_on", "moved_on_on" });

            migrationBuilder.CreateIndex(
                name: "ix_safe_units_closed_on_code_name",
                table: "safe_units",
                columns: new[] { "closed_on", "code_name" });

            migrationBuilder.CreateIndex(
                name: "ix_safe_units_code_name",
                table: "safe_units",
                column: "code_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_safe_units_team_closed_on_code_name",
                table: "safe_units",
                columns: new[] { "team", "closed_on", "code_name" });

            migrationBuilder.CreateIndex(
                name: "ix_sanctuary_works_case_file_asked_on",
                table: "sanctuary_works",
                columns: new[] { "case_file", "asked_on" });

            migrationBuilder.CreateIndex(
                name: "ix_sanctuary_works_fitted_on",
                table: "sanctuary_works",
                column: "fitted_on");

            migrationBuilder.CreateIndex(
                name: "ix_step_sign_offs_step_on",
                table: "step_sign_offs",
                columns: new[] { "step", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_turn_aways_asked_at",
                table: "turn_aways",
                columns: new[] { "asked", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_turn_aways_at",
                table: "turn_aways",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_unit_claims_for_held_at",
                table: "unit_claims",
                columns: new[] { "for", "held_at" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_claims_taken_for",
                table: "unit_claims",
                column: "taken_for",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unit_claims_unit_state_held_at",
                table: "unit_claims",
                columns: new[] { "unit", "state", "held_at" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_claims_unit_taken_slot",
                table: "unit_claims",
                columns: new[] { "unit", "taken_slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unit_locations_unit",
                table: "unit_locations",
                column: "unit",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vacancy_changes_unit_at",
                table: "vacancy_changes",
                columns: new[] { "unit", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "housing_duties");

            migrationBuilder.DropTable(
                name: "pathway_steps");

            migrationBuilder.DropTable(
                name: "safe_enquiries");

            migrationBuilder.DropTable(
                name: "safe_requests");

            migrationBuilder.DropTable(
                name: "safe_stays");

            migrationBuilder.DropTable(
                name: "safe_units");

            migrationBuilder.DropTable(
                name: "sanctuary_works");

            migrationBuilder.DropTable(
                name: "step_sign_offs");

            migrationBuilder.DropTable(
                name: "turn_aways");

            migrationBuilder.DropTable(
                name: "unit_claims");

            migrationBuilder.DropTable(
                name: "unit_locations");

            migrationBuilder.DropTable(
                name: "vacancy_changes");
        }
    }
}
