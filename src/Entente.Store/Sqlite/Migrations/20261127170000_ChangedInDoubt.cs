using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Entente.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ChangedInDoubt : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ChangedInDoubt",
                table: "Editions",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "ChangedInDoubt", table: "Editions");
        }
    }
}
