using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Lapwing.Data.Sqlite.Migrations.House
{
    /// <inheritdoc />
    public partial class Risk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
