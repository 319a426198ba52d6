using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Postgres.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class Notes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "ix_support_episodes_follows",
                table: "support_episodes",
                column: "follows",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outcomes_case_file_at",
                table: "outcomes",
                columns: new[] { "case_file", "at" });

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
                name: "ix_document_parts_document_number",
                table: "document_parts",
                columns: new[] { "document", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_documents_case_file_at",
                table: "documents",
                columns: new[] { "case_file", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_health_documents_case_file_at",
                table: "health_documents",
                columns: new[] { "case_file", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_documents_case_file_at",
                table: "legal_documents",
                columns: new[] { "case_file", "at" });

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
                name: "ix_severities_case_file_at",
                table: "severities",
                columns: new[] { "case_file", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_severities_episode",
                table: "severities",
                column: "episode");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_tasks");

            migrationBuilder.DropTable(
                name: "document_parts");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "done_once");

            migrationBuilder.DropTable(
                name: "health_documents");

            migrationBuilder.DropTable(
                name: "legal_documents");

            migrationBuilder.DropTable(
                name: "note_drafts");

            migrationBuilder.DropTable(
                name: "notes");

            migrationBuilder.DropTable(
                name: "outcome_packs");

            migrationBuilder.DropTable(
                name: "plan_editions");

            migrationBuilder.DropTable(
                name: "plans");

            migrationBuilder.DropTable(
                name: "severities");

            migrationBuilder.DropIndex(
                name: "ix_support_episodes_follows",
                table: "support_episodes");

            migrationBuilder.DropIndex(
                name: "ix_outcomes_case_file_at",
                table: "outcomes");

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
        }
    }
}
