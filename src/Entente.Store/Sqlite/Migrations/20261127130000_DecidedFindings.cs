using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Entente.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DecidedFindings : Migration
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn(name: "DecidedAs", table: "Findings");
    }
}
