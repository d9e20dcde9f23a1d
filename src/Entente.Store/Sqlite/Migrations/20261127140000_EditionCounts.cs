using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Entente.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EditionCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Deleted",
                table: "Editions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Doubtful",
                table: "Editions",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "Deleted", table: "Editions");

            migrationBuilder.DropColumn(name: "Doubtful", table: "Editions");
        }
    }
}
