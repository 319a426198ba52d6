using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Sqlite.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class Notes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
