using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Postgres.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class Access : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "ix_walls_lifted_at_review_due",
                table: "walls",
                columns: new[] { "lifted_at", "review_due" });

            migrationBuilder.CreateIndex(
                name: "ix_walls_member_lifted_at",
                table: "walls",
                columns: new[] { "member", "lifted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_seal_grants_sharing",
                table: "seal_grants",
                column: "sharing");

            migrationBuilder.CreateIndex(
                name: "ix_circles_matter_is_harm_side_team",
                table: "circles",
                columns: new[] { "matter", "is_harm_side", "team" });

            migrationBuilder.CreateIndex(
                name: "ix_circles_sharing",
                table: "circles",
                column: "sharing");

            migrationBuilder.CreateIndex(
                name: "ix_conflict_terms_member",
                table: "conflict_terms",
                column: "member");

            migrationBuilder.CreateIndex(
                name: "ix_declared_people_member",
                table: "declared_people",
                column: "member");

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
                name: "ix_named_members_file_member",
                table: "named_members",
                columns: new[] { "file", "member" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "conflict_terms");

            migrationBuilder.DropTable(
                name: "declared_people");

            migrationBuilder.DropTable(
                name: "emergency_uses");

            migrationBuilder.DropTable(
                name: "named_members");

            migrationBuilder.DropTable(
                name: "sharing_receipts");

            migrationBuilder.DropTable(
                name: "sharings");

            migrationBuilder.DropIndex(
                name: "ix_walls_lifted_at_review_due",
                table: "walls");

            migrationBuilder.DropIndex(
                name: "ix_walls_member_lifted_at",
                table: "walls");

            migrationBuilder.DropIndex(
                name: "ix_seal_grants_sharing",
                table: "seal_grants");

            migrationBuilder.DropIndex(
                name: "ix_circles_matter_is_harm_side_team",
                table: "circles");

            migrationBuilder.DropIndex(
                name: "ix_circles_sharing",
                table: "circles");

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
                name: "sharing",
                table: "seal_grants");

            migrationBuilder.DropColumn(
                name: "worker",
                table: "seal_grants");

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
        }
    }
}
