using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Entente.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DecidedAndCounted : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DecidedAs",
                table: "Findings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.Sql("UPDATE \"Findings\" SET \"DecidedAs\" = \"State\" WHERE \"DecidedBy\" IS NOT NULL AND \"State\" <> 'Replaced'");

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

            migrationBuilder.AddColumn<int>(
                name: "ChangedInDoubt",
                table: "Editions",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "DecidedAs", table: "Findings");

            migrationBuilder.DropColumn(name: "Deleted", table: "Editions");

            migrationBuilder.DropColumn(name: "Doubtful", table: "Editions");

            migrationBuilder.DropColumn(name: "ChangedInDoubt", table: "Editions");
        }
    }
}
