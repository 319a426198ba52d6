using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Sqlite.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class Gaps : Migration
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

            migrationBuilder.CreateIndex(
                name: "ix_refused_ends_case_file",
                table: "refused_ends",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_done_once_at",
                table: "done_once",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_done_once_at",
                table: "done_once");

            migrationBuilder.DropTable(
                name: "refused_ends");

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
