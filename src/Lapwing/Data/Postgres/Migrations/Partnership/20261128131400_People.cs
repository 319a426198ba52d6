using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Postgres.Migrations.Partnership
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "ix_child_consents_case_file_child",
                table: "child_consents",
                columns: new[] { "case_file", "child" });

            migrationBuilder.CreateIndex(
                name: "ix_households_case_file",
                table: "households",
                column: "case_file");

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
                name: "ix_relationships_case_file",
                table: "relationships",
                column: "case_file");

            migrationBuilder.CreateIndex(
                name: "ix_stays_case_file",
                table: "stays",
                column: "case_file");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "child_consents");

            migrationBuilder.DropTable(
                name: "households");

            migrationBuilder.DropTable(
                name: "order_events");

            migrationBuilder.DropTable(
                name: "order_parties");

            migrationBuilder.DropTable(
                name: "orders");

            migrationBuilder.DropTable(
                name: "relationships");

            migrationBuilder.DropTable(
                name: "stays");

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
        }
    }
}
