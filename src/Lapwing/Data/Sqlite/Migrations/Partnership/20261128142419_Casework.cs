using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Sqlite.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class Casework : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_search_keys",
                table: "search_keys");

            migrationBuilder.AddColumn<long>(
                name: "confirmed_at",
                table: "whereabouts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "confirmed_by",
                table: "whereabouts",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_known_to_other",
                table: "whereabouts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "whereabouts",
                type: "TEXT",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "may_visit",
                table: "whereabouts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "may_write",
                table: "whereabouts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "postcode_key",
                table: "whereabouts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "street_key",
                table: "whereabouts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "until",
                table: "whereabouts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_suspected",
                table: "walls",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "lift_proposed_at",
                table: "walls",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "lift_proposed_by",
                table: "walls",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "lifted_at",
                table: "walls",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "lifted_by",
                table: "walls",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "review_due",
                table: "walls",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "end_asked_at",
                table: "support_episodes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "end_asked_by",
                table: "support_episodes",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "end_confirmed_by",
                table: "support_episodes",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "follows",
                table: "support_episodes",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "shelf",
                table: "search_keys",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "sharing",
                table: "seal_grants",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "worker",
                table: "seal_grants",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "age_as_of",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "born_about",
                table: "people",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "gender_identity",
                table: "people",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "immigration",
                table: "people",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "interpreter",
                table: "people",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "people",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "other_birth_dates",
                table: "people",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "other_names",
                table: "people",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "recourse",
                table: "people",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "religion",
                table: "people",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "role",
                table: "people",
                type: "TEXT",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "role_said_by",
                table: "people",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "role_said_on",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "role_status",
                table: "people",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "confirmed_at",
                table: "contact_methods",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<byte[]>(
                name: "confirmed_by",
                table: "contact_methods",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ended_at",
                table: "contact_methods",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_unsafe_by_another",
                table: "contact_methods",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "safety",
                table: "contact_methods",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "value_key",
                table: "contact_methods",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<byte[]>(
                name: "method",
                table: "contact_entries",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_harm_side",
                table: "circles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_triage",
                table: "circles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "matter",
                table: "circles",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "sharing",
                table: "circles",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "worker",
                table: "circles",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_search_keys",
                table: "search_keys",
                columns: new[] { "shelf", "term", "case_file", "person" });

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
                name: "case_tasks",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    agreed_in = table.Column<byte[]>(type: "BLOB", nullable: true),
                    title = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    set_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    set_at = table.Column<long>(type: "INTEGER", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    done_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_dropped = table.Column<bool>(type: "INTEGER", nullable: false),
                    result = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_tasks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "child_consents",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    child = table.Column<byte[]>(type: "BLOB", nullable: false),
                    route = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    understanding = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    age = table.Column<int>(type: "INTEGER", nullable: true),
                    parent = table.Column<byte[]>(type: "BLOB", nullable: true),
                    agreed = table.Column<bool>(type: "INTEGER", nullable: false),
                    reasons = table.Column<byte[]>(type: "BLOB", nullable: false),
                    decided_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_consents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "conflict_terms",
                columns: table => new
                {
                    term = table.Column<long>(type: "INTEGER", nullable: false),
                    member = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    is_birth_known = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conflict_terms", x => new { x.term, x.member, x.subject });
                });

            migrationBuilder.CreateTable(
                name: "declared_people",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    member = table.Column<byte[]>(type: "BLOB", nullable: false),
                    tie = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    declared_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declared_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dispatches",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    method = table.Column<byte[]>(type: "BLOB", nullable: true),
                    place = table.Column<byte[]>(type: "BLOB", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: true),
                    codes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    appointment = table.Column<long>(type: "INTEGER", nullable: true),
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispatches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "document_parts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    document = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_parts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "done_once",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    member = table.Column<byte[]>(type: "BLOB", nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_done_once", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "editions",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_editions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "emergency_uses",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    member = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sentence = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    address_asked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    address_allowed_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    address_allowed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    judge_by = table.Column<long>(type: "INTEGER", nullable: false),
                    judged_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    judged_at = table.Column<long>(type: "INTEGER", nullable: true),
                    judgement = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_uses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "health_documents",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_health_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "households",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_households", x => x.id);
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
                name: "legal_documents",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "likely_pairs",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    other_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    other = table.Column<byte[]>(type: "BLOB", nullable: false),
                    agrees = table.Column<int>(type: "INTEGER", nullable: false),
                    given_weight = table.Column<int>(type: "INTEGER", nullable: false),
                    family_weight = table.Column<int>(type: "INTEGER", nullable: false),
                    weight = table.Column<int>(type: "INTEGER", nullable: false),
                    likelihood = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_likely_pairs", x => x.id);
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
                name: "named_members",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    member = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    named_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_named_members", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "note_drafts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    corrects = table.Column<byte[]>(type: "BLOB", nullable: true),
                    typed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false),
                    signed_as = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_note_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    about = table.Column<byte[]>(type: "BLOB", nullable: true),
                    happened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    signed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_third_party = table.Column<bool>(type: "INTEGER", nullable: false),
                    source = table.Column<byte[]>(type: "BLOB", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    corrects = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_events",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    order = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    what = table.Column<byte[]>(type: "BLOB", nullable: true),
                    done = table.Column<byte[]>(type: "BLOB", nullable: true),
                    before = table.Column<byte[]>(type: "BLOB", nullable: true),
                    recorded_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_order_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_parties",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    order = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    side = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_order_parties", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    discharged_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    issued_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    conditions = table.Column<byte[]>(type: "BLOB", nullable: true),
                    breaches = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outcome_packs",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    loaded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    loaded_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outcome_packs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_editions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    based_on = table.Column<int>(type: "INTEGER", nullable: false),
                    is_beside = table.Column<bool>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_editions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plans",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    review_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    current = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    submitted_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    submitted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decided_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    approved = table.Column<int>(type: "INTEGER", nullable: false),
                    sent_back_why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plans", x => x.id);
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
                name: "relationships",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    one = table.Column<byte[]>(type: "BLOB", nullable: false),
                    other = table.Column<byte[]>(type: "BLOB", nullable: false),
                    connection = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    until = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    said_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    said_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_relationships", x => x.id);
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

            migrationBuilder.CreateTable(
                name: "safety_changes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code_name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safety_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "same_persons",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    other_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    other = table.Column<byte[]>(type: "BLOB", nullable: false),
                    decision = table.Column<byte[]>(type: "BLOB", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    likelihood = table.Column<int>(type: "INTEGER", nullable: true),
                    reason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    decided_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: false),
                    end_asked_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    end_asked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    end_reason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ended_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_same_persons", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "severities",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    episode = table.Column<byte[]>(type: "BLOB", nullable: false),
                    abuse = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    point = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_severities", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sharing_receipts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sharing = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sharing_receipts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sharings",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    team = table.Column<byte[]>(type: "BLOB", nullable: false),
                    worker = table.Column<byte[]>(type: "BLOB", nullable: true),
                    depth = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    seal_bits = table.Column<int>(type: "INTEGER", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    reasons = table.Column<byte[]>(type: "BLOB", nullable: true),
                    shared_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    recalled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    recalled_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    recall_reason = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sharings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stays",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    household = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    until = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stays", x => x.id);
                });

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

            migrationBuilder.CreateTable(
                name: "unsafe_contacts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    case_file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    reported_at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    what = table.Column<byte[]>(type: "BLOB", nullable: false),
                    dealt_with_at = table.Column<long>(type: "INTEGER", nullable: true),
                    dealt_with_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    done = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unsafe_contacts", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_walls_lifted_at_review_due",
                table: "walls",
                columns: new[] { "lifted_at", "review_due" });

            migrationBuilder.CreateIndex(
                name: "ix_walls_member_lifted_at",
                table: "walls",
                columns: new[] { "member", "lifted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_support_episodes_follows",
                table: "support_episodes",
                column: "follows",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_seal_grants_sharing",
                table: "seal_grants",
                column: "sharing");

            migrationBuilder.CreateIndex(
                name: "ix_outcomes_case_file_at",
                table: "outcomes",
                columns: new[] { "case_file", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_methods_value_key",
                table: "contact_methods",
                column: "value_key");

            migrationBuilder.CreateIndex(
                name: "ix_circles_matter_is_harm_side_team",
                table: "circles",
                columns: new[] { "matter", "is_harm_side", "team" });

            migrationBuilder.CreateIndex(
                name: "ix_circles_sharing",
                table: "circles",
                column: "sharing");

            migrationBuilder.CreateIndex(
                name: "ix_agency_actions_case_file",
                table: "agency_actions",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_case_tasks_case_file_done_at",
                table: "case_tasks",
                columns: new[] { "case_file", "done_at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_tasks_case_file_set_at",
                table: "case_tasks",
                columns: new[] { "case_file", "set_at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_tasks_owner_done_at_due_on",
                table: "case_tasks",
                columns: new[] { "owner", "done_at", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_child_consents_case_file_child",
                table: "child_consents",
                columns: new[] { "case_file", "child" });

            migrationBuilder.CreateIndex(
                name: "ix_conflict_terms_member",
                table: "conflict_terms",
                column: "member");

            migrationBuilder.CreateIndex(
                name: "ix_declared_people_member",
                table: "declared_people",
                column: "member");

            migrationBuilder.CreateIndex(
                name: "ix_dispatches_case_file_asked_at",
                table: "dispatches",
                columns: new[] { "case_file", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_dispatches_key",
                table: "dispatches",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_document_parts_document_number",
                table: "document_parts",
                columns: new[] { "document", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_case_file_at",
                table: "documents",
                columns: new[] { "case_file", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_emergency_uses_file",
                table: "emergency_uses",
                column: "file");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_uses_judged_at_at",
                table: "emergency_uses",
                columns: new[] { "judged_at", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_emergency_uses_member_until",
                table: "emergency_uses",
                columns: new[] { "member", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_health_documents_case_file_at",
                table: "health_documents",
                columns: new[] { "case_file", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_households_case_file",
                table: "households",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_incidents_case_file_on",
                table: "incidents",
                columns: new[] { "case_file", "on" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_documents_case_file_at",
                table: "legal_documents",
                columns: new[] { "case_file", "at" });

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
                name: "ix_named_members_file_member",
                table: "named_members",
                columns: new[] { "file", "member" });

            migrationBuilder.CreateIndex(
                name: "ix_note_drafts_by_signed_as_saved_at",
                table: "note_drafts",
                columns: new[] { "by", "signed_as", "saved_at" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_case_file_happened_at",
                table: "notes",
                columns: new[] { "case_file", "happened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_case_file_signed_at",
                table: "notes",
                columns: new[] { "case_file", "signed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_notes_corrects",
                table: "notes",
                column: "corrects");

            migrationBuilder.CreateIndex(
                name: "ix_order_events_case_file",
                table: "order_events",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_order_parties_case_file",
                table: "order_parties",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_orders_case_file",
                table: "orders",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_orders_ends_on",
                table: "orders",
                column: "ends_on");

            migrationBuilder.CreateIndex(
                name: "ix_outcome_packs_code_edition",
                table: "outcome_packs",
                columns: new[] { "code", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plan_editions_case_file_at",
                table: "plan_editions",
                columns: new[] { "case_file", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_editions_plan_number",
                table: "plan_editions",
                columns: new[] { "plan", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plans_case_file_kind",
                table: "plans",
                columns: new[] { "case_file", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_plans_owner_review_on",
                table: "plans",
                columns: new[] { "owner", "review_on" });

            migrationBuilder.CreateIndex(
                name: "ix_plans_team_state",
                table: "plans",
                columns: new[] { "team", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_received_results_case_file",
                table: "received_results",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_relationships_case_file",
                table: "relationships",
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

            migrationBuilder.CreateIndex(
                name: "ix_safety_changes_case_file_at",
                table: "safety_changes",
                columns: new[] { "case_file", "at" });

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

            migrationBuilder.CreateIndex(
                name: "ix_severities_case_file_at",
                table: "severities",
                columns: new[] { "case_file", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_severities_episode",
                table: "severities",
                column: "episode");

            migrationBuilder.CreateIndex(
                name: "ix_sharing_receipts_sharing",
                table: "sharing_receipts",
                column: "sharing");

            migrationBuilder.CreateIndex(
                name: "ix_sharings_case_file",
                table: "sharings",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_sharings_team_at",
                table: "sharings",
                columns: new[] { "team", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_stays_case_file",
                table: "stays",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_subject_access_requests_state_received_on",
                table: "subject_access_requests",
                columns: new[] { "state", "received_on" });

            migrationBuilder.CreateIndex(
                name: "ix_unsafe_contacts_case_file_at",
                table: "unsafe_contacts",
                columns: new[] { "case_file", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_unsafe_contacts_dealt_with_at",
                table: "unsafe_contacts",
                column: "dealt_with_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agency_actions");

            migrationBuilder.DropTable(
                name: "case_tasks");

            migrationBuilder.DropTable(
                name: "child_consents");

            migrationBuilder.DropTable(
                name: "conflict_terms");

            migrationBuilder.DropTable(
                name: "declared_people");

            migrationBuilder.DropTable(
                name: "dispatches");

            migrationBuilder.DropTable(
                name: "document_parts");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "done_once");

            migrationBuilder.DropTable(
                name: "editions");

            migrationBuilder.DropTable(
                name: "emergency_uses");

            migrationBuilder.DropTable(
                name: "health_documents");

            migrationBuilder.DropTable(
                name: "households");

            migrationBuilder.DropTable(
                name: "incidents");

            migrationBuilder.DropTable(
                name: "legal_documents");

            migrationBuilder.DropTable(
                name: "likely_pairs");

            migrationBuilder.DropTable(
                name: "marac_considerations");

            migrationBuilder.DropTable(
                name: "matter_sides");

            migrationBuilder.DropTable(
                name: "named_members");

            migrationBuilder.DropTable(
                name: "note_drafts");

            migrationBuilder.DropTable(
                name: "notes");

            migrationBuilder.DropTable(
                name: "order_events");

            migrationBuilder.DropTable(
                name: "order_parties");

            migrationBuilder.DropTable(
                name: "orders");

            migrationBuilder.DropTable(
                name: "outcome_packs");

            migrationBuilder.DropTable(
                name: "plan_editions");

            migrationBuilder.DropTable(
                name: "plans");

            migrationBuilder.DropTable(
                name: "received_results");

            migrationBuilder.DropTable(
                name: "relationships");

            migrationBuilder.DropTable(
                name: "risk_changes");

            migrationBuilder.DropTable(
                name: "role_assertions");

            migrationBuilder.DropTable(
                name: "role_decisions");

            migrationBuilder.DropTable(
                name: "role_screenings");

            migrationBuilder.DropTable(
                name: "safety_changes");

            migrationBuilder.DropTable(
                name: "same_persons");

            migrationBuilder.DropTable(
                name: "severities");

            migrationBuilder.DropTable(
                name: "sharing_receipts");

            migrationBuilder.DropTable(
                name: "sharings");

            migrationBuilder.DropTable(
                name: "stays");

            migrationBuilder.DropTable(
                name: "subject_access_requests");

            migrationBuilder.DropTable(
                name: "unsafe_contacts");

            migrationBuilder.DropIndex(
                name: "ix_walls_lifted_at_review_due",
                table: "walls");

            migrationBuilder.DropIndex(
                name: "ix_walls_member_lifted_at",
                table: "walls");

            migrationBuilder.DropIndex(
                name: "ix_support_episodes_follows",
                table: "support_episodes");

            migrationBuilder.DropPrimaryKey(
                name: "pk_search_keys",
                table: "search_keys");

            migrationBuilder.DropIndex(
                name: "ix_seal_grants_sharing",
                table: "seal_grants");

            migrationBuilder.DropIndex(
                name: "ix_outcomes_case_file_at",
                table: "outcomes");

            migrationBuilder.DropIndex(
                name: "ix_contact_methods_value_key",
                table: "contact_methods");

            migrationBuilder.DropIndex(
                name: "ix_circles_matter_is_harm_side_team",
                table: "circles");

            migrationBuilder.DropIndex(
                name: "ix_circles_sharing",
                table: "circles");

            migrationBuilder.DropColumn(
                name: "confirmed_at",
                table: "whereabouts");

            migrationBuilder.DropColumn(
                name: "confirmed_by",
                table: "whereabouts");

            migrationBuilder.DropColumn(
                name: "is_known_to_other",
                table: "whereabouts");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "whereabouts");

            migrationBuilder.DropColumn(
                name: "may_visit",
                table: "whereabouts");

            migrationBuilder.DropColumn(
                name: "may_write",
                table: "whereabouts");

            migrationBuilder.DropColumn(
                name: "postcode_key",
                table: "whereabouts");

            migrationBuilder.DropColumn(
                name: "street_key",
                table: "whereabouts");

            migrationBuilder.DropColumn(
                name: "until",
                table: "whereabouts");

            migrationBuilder.DropColumn(
                name: "is_suspected",
                table: "walls");

            migrationBuilder.DropColumn(
                name: "lift_proposed_at",
                table: "walls");

            migrationBuilder.DropColumn(
                name: "lift_proposed_by",
                table: "walls");

            migrationBuilder.DropColumn(
                name: "lifted_at",
                table: "walls");

            migrationBuilder.DropColumn(
                name: "lifted_by",
                table: "walls");

            migrationBuilder.DropColumn(
                name: "review_due",
                table: "walls");

            migrationBuilder.DropColumn(
                name: "end_asked_at",
                table: "support_episodes");

            migrationBuilder.DropColumn(
                name: "end_asked_by",
                table: "support_episodes");

            migrationBuilder.DropColumn(
                name: "end_confirmed_by",
                table: "support_episodes");

            migrationBuilder.DropColumn(
                name: "follows",
                table: "support_episodes");

            migrationBuilder.DropColumn(
                name: "shelf",
                table: "search_keys");

            migrationBuilder.DropColumn(
                name: "sharing",
                table: "seal_grants");

            migrationBuilder.DropColumn(
                name: "worker",
                table: "seal_grants");

            migrationBuilder.DropColumn(
                name: "age_as_of",
                table: "people");

            migrationBuilder.DropColumn(
                name: "born_about",
                table: "people");

            migrationBuilder.DropColumn(
                name: "gender_identity",
                table: "people");

            migrationBuilder.DropColumn(
                name: "immigration",
                table: "people");

            migrationBuilder.DropColumn(
                name: "interpreter",
                table: "people");

            migrationBuilder.DropColumn(
                name: "language",
                table: "people");

            migrationBuilder.DropColumn(
                name: "other_birth_dates",
                table: "people");

            migrationBuilder.DropColumn(
                name: "other_names",
                table: "people");

            migrationBuilder.DropColumn(
                name: "recourse",
                table: "people");

            migrationBuilder.DropColumn(
                name: "religion",
                table: "people");

            migrationBuilder.DropColumn(
                name: "role",
                table: "people");

            migrationBuilder.DropColumn(
                name: "role_said_by",
                table: "people");

            migrationBuilder.DropColumn(
                name: "role_said_on",
                table: "people");

            migrationBuilder.DropColumn(
                name: "role_status",
                table: "people");

            migrationBuilder.DropColumn(
                name: "confirmed_by",
                table: "contact_methods");

            migrationBuilder.DropColumn(
                name: "ended_at",
                table: "contact_methods");

            migrationBuilder.DropColumn(
                name: "is_unsafe_by_another",
                table: "contact_methods");

            migrationBuilder.DropColumn(
                name: "safety",
                table: "contact_methods");

            migrationBuilder.DropColumn(
                name: "value_key",
                table: "contact_methods");

            migrationBuilder.DropColumn(
                name: "method",
                table: "contact_entries");

            migrationBuilder.DropColumn(
                name: "is_harm_side",
                table: "circles");

            migrationBuilder.DropColumn(
                name: "is_triage",
                table: "circles");

            migrationBuilder.DropColumn(
                name: "matter",
                table: "circles");

            migrationBuilder.DropColumn(
                name: "sharing",
                table: "circles");

            migrationBuilder.DropColumn(
                name: "worker",
                table: "circles");

            migrationBuilder.AlterColumn<long>(
                name: "confirmed_at",
                table: "contact_methods",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_search_keys",
                table: "search_keys",
                columns: new[] { "term", "case_file", "person" });
        }
    }
}
