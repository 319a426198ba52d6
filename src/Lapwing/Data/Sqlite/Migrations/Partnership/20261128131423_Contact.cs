using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Sqlite.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class Contact : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.AlterColumn<long>(
                name: "confirmed_at",
                table: "contact_methods",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
