using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Sqlite.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class Places : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "abuse_views",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    turn = table.Column<byte[]>(type: "BLOB", nullable: false),
                    point = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    seen_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    abuse = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_abuse_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "harm_follow_ups",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    request = table.Column<byte[]>(type: "BLOB", nullable: false),
                    police_before = table.Column<int>(type: "INTEGER", nullable: true),
                    police_after = table.Column<int>(type: "INTEGER", nullable: true),
                    is_back_at_marac = table.Column<bool>(type: "INTEGER", nullable: true),
                    before_at = table.Column<long>(type: "INTEGER", nullable: true),
                    after_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_harm_follow_ups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "panel_decisions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    request = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pool = table.Column<byte[]>(type: "BLOB", nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    priority = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    deferred_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<byte[]>(type: "BLOB", nullable: false),
                    transferred_to = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contested_at = table.Column<long>(type: "INTEGER", nullable: true),
                    contested_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    contest_reason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    settled_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    settled_reason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "place_pools",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    least = table.Column<int>(type: "INTEGER", nullable: false),
                    most = table.Column<int>(type: "INTEGER", nullable: false),
                    places = table.Column<int>(type: "INTEGER", nullable: false),
                    reserve = table.Column<int>(type: "INTEGER", nullable: false),
                    rule = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    at_least_one = table.Column<bool>(type: "INTEGER", nullable: false),
                    shared_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    panel = table.Column<byte[]>(type: "BLOB", nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hold_hours = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_pools", x => x.id);
                    table.CheckConstraint("ck_pools_within_range", "places >= least AND places <= most AND reserve >= 0 AND reserve <= places");
                });

            migrationBuilder.CreateTable(
                name: "place_requests",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pool = table.Column<byte[]>(type: "BLOB", nullable: false),
                    area = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    grounds = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    asked_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    fact_codes = table.Column<long>(type: "INTEGER", nullable: false),
                    person_token = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pool_boroughs",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pool = table.Column<byte[]>(type: "BLOB", nullable: false),
                    area = table.Column<int>(type: "INTEGER", nullable: false),
                    need = table.Column<int>(type: "INTEGER", nullable: false),
                    fixed_share = table.Column<int>(type: "INTEGER", nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: true),
                    left_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pool_boroughs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pool_changes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pool = table.Column<byte[]>(type: "BLOB", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    places = table.Column<int>(type: "INTEGER", nullable: false),
                    seats_json = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pool_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pool_places",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pool = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    @for = table.Column<int>(name: "for", type: "INTEGER", nullable: false),
                    request = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_gone = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pool_places", x => x.id);
                    table.CheckConstraint("ck_places_gone_is_nobodys", "request IS NULL OR NOT is_gone");
                    table.CheckConstraint("ck_places_numbered", "number >= 1");
                });

            migrationBuilder.CreateTable(
                name: "programme_contacts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    request = table.Column<byte[]>(type: "BLOB", nullable: false),
                    strand = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    is_direct = table.Column<bool>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    note = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_contacts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "side_exchanges",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    form = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    refused_for = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_side_exchanges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "standard_evidences",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pool = table.Column<byte[]>(type: "BLOB", nullable: false),
                    standard = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standard_evidences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "place_turns",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    request = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pool = table.Column<byte[]>(type: "BLOB", nullable: false),
                    area = table.Column<int>(type: "INTEGER", nullable: false),
                    matter = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    priority = table.Column<int>(type: "INTEGER", maxLength: 120, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    deferred_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    place = table.Column<byte[]>(type: "BLOB", nullable: true),
                    offered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    held_until = table.Column<long>(type: "INTEGER", nullable: true),
                    accepted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    returned_for = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    case_manager = table.Column<byte[]>(type: "BLOB", nullable: true),
                    linked_worker = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_turns", x => x.id);
                    table.CheckConstraint("ck_turns_linked", "state NOT IN ('Started', 'Ended') OR (case_manager IS NOT NULL AND linked_worker IS NOT NULL)");
                    table.CheckConstraint("ck_turns_place", "(place IS NOT NULL) = (state IN ('Offered', 'Accepted', 'Started', 'Ended'))");
                    table.ForeignKey(
                        name: "fk_place_turns_pool_places_place",
                        column: x => x.place,
                        principalTable: "pool_places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_abuse_views_case_file",
                table: "abuse_views",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_abuse_views_turn_seen_by_point_abuse",
                table: "abuse_views",
                columns: new[] { "turn", "seen_by", "point", "abuse" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_harm_follow_ups_case_file",
                table: "harm_follow_ups",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_harm_follow_ups_request",
                table: "harm_follow_ups",
                column: "request",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_panel_decisions_case_file_at",
                table: "panel_decisions",
                columns: new[] { "case_file", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_panel_decisions_pool_contested_at",
                table: "panel_decisions",
                columns: new[] { "pool", "contested_at" });

            migrationBuilder.CreateIndex(
                name: "ix_place_pools_until_name",
                table: "place_pools",
                columns: new[] { "until", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_place_requests_case_file_pool",
                table: "place_requests",
                columns: new[] { "case_file", "pool" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_place_requests_pool_asked_at",
                table: "place_requests",
                columns: new[] { "pool", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_place_turns_linked_worker_state",
                table: "place_turns",
                columns: new[] { "linked_worker", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_place_turns_matter",
                table: "place_turns",
                column: "matter");

            migrationBuilder.CreateIndex(
                name: "ix_place_turns_place",
                table: "place_turns",
                column: "place",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_place_turns_pool_state_priority_since",
                table: "place_turns",
                columns: new[] { "pool", "state", "priority", "since" });

            migrationBuilder.CreateIndex(
                name: "ix_place_turns_request",
                table: "place_turns",
                column: "request",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pool_boroughs_pool_area",
                table: "pool_boroughs",
                columns: new[] { "pool", "area" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pool_changes_pool_at",
                table: "pool_changes",
                columns: new[] { "pool", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_pool_places_pool_number",
                table: "pool_places",
                columns: new[] { "pool", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pool_places_request",
                table: "pool_places",
                column: "request",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programme_contacts_case_file_on",
                table: "programme_contacts",
                columns: new[] { "case_file", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_side_exchanges_case_file_at",
                table: "side_exchanges",
                columns: new[] { "case_file", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_side_exchanges_form_state",
                table: "side_exchanges",
                columns: new[] { "form", "state" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_standard_evidences_pool_standard_at",
                table: "standard_evidences",
                columns: new[] { "pool", "standard", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "abuse_views");

            migrationBuilder.DropTable(
                name: "harm_follow_ups");

            migrationBuilder.DropTable(
                name: "panel_decisions");

            migrationBuilder.DropTable(
                name: "place_pools");

            migrationBuilder.DropTable(
                name: "place_requests");

            migrationBuilder.DropTable(
                name: "place_turns");

            migrationBuilder.DropTable(
                name: "pool_boroughs");

            migrationBuilder.DropTable(
                name: "pool_changes");

            migrationBuilder.DropTable(
                name: "programme_contacts");

            migrationBuilder.DropTable(
                name: "side_exchanges");

            migrationBuilder.DropTable(
                name: "standard_evidences");

            migrationBuilder.DropTable(
                name: "pool_places");
        }
    }
}
