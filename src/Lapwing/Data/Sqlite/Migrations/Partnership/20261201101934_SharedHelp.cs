using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Sqlite.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class SharedHelp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "end_recorded_at",
                table: "stays",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "recorded_at",
                table: "stays",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AlterColumn<byte[]>(
                name: "team",
                table: "sharings",
                type: "BLOB",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "BLOB");

            migrationBuilder.AddColumn<byte[]>(
                name: "agency",
                table: "sharings",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "recorded_at",
                table: "orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

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
                name: "handover_arrivals",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    referral = table.Column<byte[]>(type: "BLOB", nullable: false),
                    partner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    package = table.Column<byte[]>(type: "BLOB", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    told = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    outcome_at = table.Column<long>(type: "INTEGER", nullable: true),
                    fact_codes = table.Column<long>(type: "INTEGER", nullable: false),
                    person_token = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_arrivals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handover_messages",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    partner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    package = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    problem = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handover_news",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    handover = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    heard_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_news", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handovers",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    package = table.Column<byte[]>(type: "BLOB", nullable: false),
                    partner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    problem = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    delivered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    recall_reason = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    recalled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    status_number = table.Column<int>(type: "INTEGER", nullable: false),
                    status_at = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    outcome_number = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome_at = table.Column<long>(type: "INTEGER", nullable: true),
                    fact_codes = table.Column<long>(type: "INTEGER", nullable: false),
                    person_token = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handovers", x => x.id);
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
                name: "housing_duties",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    authority = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owed = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    priority = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    note = table.Column<byte[]>(type: "BLOB", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_duties", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox_entries",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    partner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    from = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    package = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    number = table.Column<int>(type: "INTEGER", nullable: true),
                    taken = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    digest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    receipt = table.Column<string>(type: "TEXT", nullable: true),
                    signature = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_entries", x => x.id);
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
                name: "partners",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    signing_key = table.Column<byte[]>(type: "BLOB", nullable: true),
                    sealing_key = table.Column<byte[]>(type: "BLOB", nullable: true),
                    certificate_pin = table.Column<byte[]>(type: "BLOB", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    proposed_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partners", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pathway_steps",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    barrier = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    change = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    boroughs = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    state_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pathway_steps", x => x.id);
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
                name: "refused_ends",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    episode = table.Column<byte[]>(type: "BLOB", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    asked_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    not_measured = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    note = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    why = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refused_ends", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "safe_enquiries",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    needs = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    avoid_keys = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: false),
                    taken_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    codes = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safe_enquiries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "safe_requests",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    needs = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    avoid = table.Column<byte[]>(type: "BLOB", nullable: true),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    asked_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    household = table.Column<byte[]>(type: "BLOB", nullable: false),
                    codes = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safe_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "safe_stays",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    unit = table.Column<byte[]>(type: "BLOB", nullable: false),
                    claim = table.Column<byte[]>(type: "BLOB", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    is_commissioned = table.Column<bool>(type: "INTEGER", nullable: false),
                    moved_in_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    worker = table.Column<byte[]>(type: "BLOB", nullable: true),
                    support_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    moved_on_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    to = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    adults = table.Column<int>(type: "INTEGER", nullable: false),
                    children = table.Column<int>(type: "INTEGER", nullable: false),
                    is_trans = table.Column<bool>(type: "INTEGER", nullable: true),
                    no_recourse = table.Column<bool>(type: "INTEGER", nullable: false),
                    support = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    household = table.Column<byte[]>(type: "BLOB", nullable: false),
                    codes = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safe_stays", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "safe_units",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code_name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    provider = table.Column<byte[]>(type: "BLOB", nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    standing = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    premises = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    @for = table.Column<string>(name: "for", type: "TEXT", maxLength: 120, nullable: false),
                    max_people = table.Column<int>(type: "INTEGER", nullable: false),
                    youngest_adult = table.Column<int>(type: "INTEGER", nullable: false),
                    takes_children = table.Column<bool>(type: "INTEGER", nullable: false),
                    boys_up_to = table.Column<int>(type: "INTEGER", nullable: true),
                    children_up_to = table.Column<int>(type: "INTEGER", nullable: true),
                    access = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    pets = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    takes_no_recourse = table.Column<bool>(type: "INTEGER", nullable: false),
                    support = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    specialism = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    is_commissioned = table.Column<bool>(type: "INTEGER", nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    area_key = table.Column<long>(type: "INTEGER", nullable: true),
                    spaces = table.Column<int>(type: "INTEGER", nullable: false),
                    vacant = table.Column<int>(type: "INTEGER", nullable: false),
                    held = table.Column<int>(type: "INTEGER", nullable: false),
                    occupied = table.Column<int>(type: "INTEGER", nullable: false),
                    vacancies_at = table.Column<long>(type: "INTEGER", nullable: false),
                    vacancies_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    asked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    surveyed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    agreed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    measures = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    owner_agrees = table.Column<bool>(type: "INTEGER", nullable: false),
                    fitted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    review_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reviewed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    note = table.Column<byte[]>(type: "BLOB", nullable: true),
                    household = table.Column<byte[]>(type: "BLOB", nullable: false),
                    codes = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sanctuary_works", x => x.id);
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
                name: "step_sign_offs",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    step = table.Column<byte[]>(type: "BLOB", nullable: false),
                    alias = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    is_better = table.Column<bool>(type: "INTEGER", nullable: false),
                    in_their_words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_step_sign_offs", x => x.id);
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
                name: "turn_aways",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    asked = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_enquiry = table.Column<bool>(type: "INTEGER", nullable: false),
                    household = table.Column<byte[]>(type: "BLOB", nullable: false),
                    unit = table.Column<byte[]>(type: "BLOB", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: true),
                    adults = table.Column<int>(type: "INTEGER", nullable: false),
                    children = table.Column<int>(type: "INTEGER", nullable: false),
                    codes = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_turn_aways", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_claims",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    unit = table.Column<byte[]>(type: "BLOB", nullable: false),
                    taken_slot = table.Column<int>(type: "INTEGER", nullable: true),
                    taken_for = table.Column<byte[]>(type: "BLOB", nullable: true),
                    @for = table.Column<byte[]>(name: "for", type: "BLOB", nullable: false),
                    is_enquiry = table.Column<bool>(type: "INTEGER", nullable: false),
                    household = table.Column<byte[]>(type: "BLOB", nullable: false),
                    codes = table.Column<long>(type: "INTEGER", nullable: false),
                    needs = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: false),
                    held_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    held_at = table.Column<long>(type: "INTEGER", nullable: false),
                    held_until = table.Column<long>(type: "INTEGER", nullable: false),
                    offered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    accepted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    refused_for = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_claims", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_locations",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    unit = table.Column<byte[]>(type: "BLOB", nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    address = table.Column<byte[]>(type: "BLOB", nullable: false),
                    borough = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_locations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vacancy_changes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    unit = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    difference = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vacancy_changes", x => x.id);
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
                name: "ix_done_once_at",
                table: "done_once",
                column: "at");

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
                name: "ix_handover_arrivals_case_file",
                table: "handover_arrivals",
                column: "case_file",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_handover_arrivals_partner_package",
                table: "handover_arrivals",
                columns: new[] { "partner", "package" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_handover_messages_case_file",
                table: "handover_messages",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_handover_messages_package_kind_number",
                table: "handover_messages",
                columns: new[] { "package", "kind", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_handover_news_case_file_at",
                table: "handover_news",
                columns: new[] { "case_file", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_handover_news_handover_number",
                table: "handover_news",
                columns: new[] { "handover", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_handovers_case_file_at",
                table: "handovers",
                columns: new[] { "case_file", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_handovers_package",
                table: "handovers",
                column: "package",
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
                name: "ix_housing_duties_case_file_on",
                table: "housing_duties",
                columns: new[] { "case_file", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_inbox_entries_at",
                table: "inbox_entries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_panel_decisions_case_file_at",
                table: "panel_decisions",
                columns: new[] { "case_file", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_panel_decisions_pool_contested_at",
                table: "panel_decisions",
                columns: new[] { "pool", "contested_at" });

            migrationBuilder.CreateIndex(
                name: "ix_partners_state_address",
                table: "partners",
                columns: new[] { "state", "address" });

            migrationBuilder.CreateIndex(
                name: "ix_pathway_steps_number",
                table: "pathway_steps",
                column: "number",
                unique: true);

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
                name: "ix_pre_group_assessments_case_file",
                table: "pre_group_assessments",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_pre_group_assessments_entry_at",
                table: "pre_group_assessments",
                columns: new[] { "entry", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_programme_contacts_case_file_on",
                table: "programme_contacts",
                columns: new[] { "case_file", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_refused_ends_case_file",
                table: "refused_ends",
                column: "case_file");

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

            migrationBuilder.CreateIndex(
                name: "ix_step_sign_offs_step_on",
                table: "step_sign_offs",
                columns: new[] { "step", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_therapy_notes_case_file",
                table: "therapy_notes",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_therapy_notes_place_at",
                table: "therapy_notes",
                columns: new[] { "place", "at" });

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
                name: "abuse_views");

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
                name: "handover_arrivals");

            migrationBuilder.DropTable(
                name: "handover_messages");

            migrationBuilder.DropTable(
                name: "handover_news");

            migrationBuilder.DropTable(
                name: "handovers");

            migrationBuilder.DropTable(
                name: "harm_follow_ups");

            migrationBuilder.DropTable(
                name: "housing_duties");

            migrationBuilder.DropTable(
                name: "inbox_entries");

            migrationBuilder.DropTable(
                name: "panel_decisions");

            migrationBuilder.DropTable(
                name: "partners");

            migrationBuilder.DropTable(
                name: "pathway_steps");

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
                name: "pre_group_assessments");

            migrationBuilder.DropTable(
                name: "programme_contacts");

            migrationBuilder.DropTable(
                name: "refused_ends");

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
                name: "side_exchanges");

            migrationBuilder.DropTable(
                name: "standard_evidences");

            migrationBuilder.DropTable(
                name: "step_sign_offs");

            migrationBuilder.DropTable(
                name: "therapy_notes");

            migrationBuilder.DropTable(
                name: "turn_aways");

            migrationBuilder.DropTable(
                name: "unit_claims");

            migrationBuilder.DropTable(
                name: "unit_locations");

            migrationBuilder.DropTable(
                name: "vacancy_changes");

            migrationBuilder.DropTable(
                name: "waiting_entries");

            migrationBuilder.DropTable(
                name: "pool_places");

            migrationBuilder.DropIndex(
                name: "ix_done_once_at",
                table: "done_once");

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

            migrationBuilder.AlterColumn<byte[]>(
                name: "team",
                table: "sharings",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "BLOB",
                oldNullable: true);
        }
    }
}
