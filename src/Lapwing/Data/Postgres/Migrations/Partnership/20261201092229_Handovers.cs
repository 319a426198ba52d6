using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Postgres.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class Handovers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "handover_arrivals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    referral = table.Column<Guid>(type: "uuid", nullable: false),
                    partner = table.Column<Guid>(type: "uuid", nullable: false),
                    package = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    told = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    outcome_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    fact_codes = table.Column<long>(type: "bigint", nullable: false),
                    person_token = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_arrivals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handover_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    partner = table.Column<Guid>(type: "uuid", nullable: false),
                    package = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    problem = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handover_news",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    handover = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    heard_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_news", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handovers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_file = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    package = table.Column<Guid>(type: "uuid", nullable: false),
                    partner = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    basis = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    problem = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    delivered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    recall_reason = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    recalled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    status_number = table.Column<int>(type: "integer", nullable: false),
                    status_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    outcome_number = table.Column<int>(type: "integer", nullable: false),
                    outcome_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    fact_codes = table.Column<long>(type: "bigint", nullable: false),
                    person_token = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handovers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    partner = table.Column<Guid>(type: "uuid", nullable: true),
                    from = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    package = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    number = table.Column<int>(type: "integer", nullable: true),
                    taken = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    receipt = table.Column<string>(type: "text", nullable: true),
                    signature = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "partners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    address = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    url = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    signing_key = table.Column<byte[]>(type: "bytea", nullable: true),
                    sealing_key = table.Column<byte[]>(type: "bytea", nullable: true),
                    certificate_pin = table.Column<byte[]>(type: "bytea", nullable: true),
                    state = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partners", x => x.id);
                });

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
                name: "ix_inbox_entries_at",
                table: "inbox_entries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_partners_state_address",
                table: "partners",
                columns: new[] { "state", "address" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "handover_arrivals");

            migrationBuilder.DropTable(
                name: "handover_messages");

            migrationBuilder.DropTable(
                name: "handover_news");

            migrationBuilder.DropTable(
                name: "handovers");

            migrationBuilder.DropTable(
                name: "inbox_entries");

            migrationBuilder.DropTable(
                name: "partners");
        }
    }
}
