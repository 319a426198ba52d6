using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Postgres.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class Contact : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "ix_contact_methods_value_key",
                table: "contact_methods",
                column: "value_key");

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
                name: "ix_safety_changes_case_file_at",
                table: "safety_changes",
                columns: new[] { "case_file", "at" });

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
                name: "dispatches");

            migrationBuilder.DropTable(
                name: "safety_changes");

            migrationBuilder.DropTable(
                name: "unsafe_contacts");

            migrationBuilder.DropIndex(
                name: "ix_contact_methods_value_key",
                table: "contact_methods");

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

            migrationBuilder.AlterColumn<DateTime>(
                name: "confirmed_at",
                table: "contact_methods",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified),
                oldClrType: typeof(DateTime),
                oldType: "timestamp with time zone",
                oldNullable: true);
        }
    }
}
