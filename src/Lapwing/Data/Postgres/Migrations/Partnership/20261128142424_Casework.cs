using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Lapwing.Data.Postgres.Migrations.Partnership
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

            migrationBuilder.AddColumn<DateTime>(
                name: "confirmed_at",
                table: "whereabouts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "confirmed_by",
                table: "whereabouts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_known_to_other",
                table: "whereabouts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "whereabouts",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "may_visit",
                table: "whereabouts",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "may_write",
                table: "whereabouts",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "postcode_key",
                table: "whereabouts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "street_key",
                table: "whereabouts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "until",
                table: "whereabouts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_suspected",
                table: "walls",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "lift_proposed_at",
                table: "walls",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "lift_proposed_by",
                table: "walls",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "lifted_at",
                table: "walls",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "lifted_by",
                table: "walls",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "review_due",
                table: "walls",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "end_asked_at",
                table: "support_episodes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "end_asked_by",
                table: "support_episodes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "end_confirmed_by",
                table: "support_episodes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "follows",
                table: "support_episodes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "shelf",
                table: "search_keys",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "sharing",
                table: "seal_grants",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "worker",
                table: "seal_grants",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "age_as_of",
                table: "people",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "born_about",
                table: "people",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "gender_identity",
                table: "people",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "immigration",
                table: "people",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "interpreter",
                table: "people",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "people",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "other_birth_dates",
                table: "people",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "other_names",
                table: "people",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "recourse",
                table: "people",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "religion",
                table: "people",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "role",
                table: "people",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "role_said_by",
                table: "people",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "role_said_on",
                table: "people",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "role_status",
                table: "people",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AlterColumn<DateTime>(
                name: "confirmed_at",
                table: "contact_methods",
                type: "timestamp with time zone",
                nullable: true,
                oldClrType: typeof(DateTime),
                oldType: "timestamp with time zone");

            migrationBuilder.AddColumn<Guid>(
                name: "confirmed_by",
                table: "contact_methods",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ended_at",
                table: "contact_methods",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_unsafe_by_another",
                table: "contact_methods",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "safety",
                table: "contact_methods",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "value_key",
                table: "contact_methods",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "method",
                table: "contact_entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_harm_side",
                table: "circles",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_triage",
                table: "circles",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "matter",
                table: "circles",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "sharing",
                table: "circles",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "worker",
                table: "circles",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_search_keys",
                table: "search_keys",
                columns: new[] { "shelf", "term", "case_file", "person" });

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
                name: "case_tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    agreed_in = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<byte[]>(type: "bytea", nullable: false),
                    owner = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    set_by = table.Column<Guid>(type: "uuid", nullable: false),
                    set_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    done_by = table.Column<Guid>(type: "uuid", nullable: true),
                    is_dropped = table.Column<bool>(type: "boolean", nullable: false),
                    result = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_tasks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "child_consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    child = table.Column<Guid>(type: "uuid", nullable: false),
                    route = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    understanding = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    age = table.Column<int>(type: "integer", nullable: true),
                    parent = table.Column<Guid>(type: "uuid", nullable: true),
                    agreed = table.Column<bool>(type: "boolean", nullable: false),
                    reasons = table.Column<byte[]>(type: "bytea", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_consents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "conflict_terms",
                columns: table => new
                {
                    term = table.Column<long>(type: "bigint", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    is_birth_known = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conflict_terms", x => new { x.term, x.member, x.subject });
                });

            migrationBuilder.CreateTable(
                name: "declared_people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    tie = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    declared_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declared_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dispatches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    method = table.Column<Guid>(type: "uuid", nullable: true),
                    place = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    codes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    appointment = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispatches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "document_parts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    document = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_parts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<byte[]>(type: "bytea", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "done_once",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    url = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_done_once", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "editions",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_editions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "emergency_uses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    sentence = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    address_asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    address_allowed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    address_allowed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    judge_by = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    judged_by = table.Column<Guid>(type: "uuid", nullable: true),
                    judged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    judgement = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_uses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "health_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<byte[]>(type: "bytea", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_health_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "households",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_households", x => x.id);
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
                name: "legal_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<byte[]>(type: "bytea", nullable: false),
                    kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_documents", x => x.id);
                });

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
                name: "named_members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    named_by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_named_members", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "note_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    corrects = table.Column<Guid>(type: "uuid", nullable: true),
                    typed = table.Column<byte[]>(type: "bytea", nullable: true),
                    saved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    signed_as = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_note_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    about = table.Column<Guid>(type: "uuid", nullable: true),
                    happened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    is_third_party = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<byte[]>(type: "bytea", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    corrects = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    what = table.Column<byte[]>(type: "bytea", nullable: true),
                    done = table.Column<byte[]>(type: "bytea", nullable: true),
                    before = table.Column<byte[]>(type: "bytea", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_order_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "order_parties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_order_parties", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    discharged_on = table.Column<DateOnly>(type: "date", nullable: true),
                    issued_by = table.Column<byte[]>(type: "bytea", nullable: true),
                    conditions = table.Column<byte[]>(type: "bytea", nullable: true),
                    breaches = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outcome_packs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    loaded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    loaded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outcome_packs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plan_editions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    plan = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    based_on = table.Column<int>(type: "integer", nullable: false),
                    is_beside = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_editions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    team = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<Guid>(type: "uuid", nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    current = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    submitted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    submitted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    approved = table.Column<int>(type: "integer", nullable: false),
                    sent_back_why = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plans", x => x.id);
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
                name: "relationships",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    one = table.Column<Guid>(type: "uuid", nullable: false),
                    other = table.Column<Guid>(type: "uuid", nullable: false),
                    connection = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    from = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    until = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    status = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    said_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    said_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_relationships", x => x.id);
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

            migrationBuilder.CreateTable(
                name: "safety_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    code_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safety_changes", x => x.id);
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

            migrationBuilder.CreateTable(
                name: "severities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    episode = table.Column<Guid>(type: "uuid", nullable: false),
                    abuse = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    level = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    point = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_severities", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sharing_receipts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sharing = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sharing_receipts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sharings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    team = table.Column<Guid>(type: "uuid", nullable: false),
                    worker = table.Column<Guid>(type: "uuid", nullable: true),
                    depth = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    seal_bits = table.Column<int>(type: "integer", nullable: false),
                    purpose = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    basis = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    reasons = table.Column<byte[]>(type: "bytea", nullable: true),
                    shared_by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recalled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    recalled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    recall_reason = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sharings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stays",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    household = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    from = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    until = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stays", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "subject_access_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    requester = table.Column<byte[]>(type: "bytea", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_extended = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    reply = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    harm_test = table.Column<byte[]>(type: "bytea", nullable: true),
                    answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    prepared_by = table.Column<Guid>(type: "uuid", nullable: true),
                    prepared_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subject_access_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unsafe_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<byte[]>(type: "bytea", nullable: false),
                    dealt_with_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    dealt_with_by = table.Column<Guid>(type: "uuid", nullable: true),
                    done = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
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

            migrationBuilder.AlterColumn<DateTime>(
                name: "confirmed_at",
                table: "contact_methods",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified),
                oldClrType: typeof(DateTime),
                oldType: "timestamp with time zone",
                oldNullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_search_keys",
                table: "search_keys",
                columns: new[] { "term", "case_file", "person" });
        }
    }
}
