using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Entente.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Pieces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Findings_RegisterId_State_Code",
                table: "Findings");

            migrationBuilder.AddColumn<int>(
                name: "Added",
                table: "Editions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Changed",
                table: "Editions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Pieces",
                table: "EditionRows",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Findings_RegisterId_State_Code_Severity_EditionId_Order",
                table: "Findings",
                columns: new[] { "RegisterId", "State", "Code", "Severity", "EditionId", "Order" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Findings_RegisterId_State_Code_Severity_EditionId_Order",
                table: "Findings");

            migrationBuilder.DropColumn(name: "Added", table: "Editions");

            migrationBuilder.DropColumn(name: "Changed", table: "Editions");

            migrationBuilder.DropColumn(name: "Pieces", table: "EditionRows");

            migrationBuilder.CreateIndex(
                name: "IX_Findings_RegisterId_State_Code",
                table: "Findings",
                columns: new[] { "RegisterId", "State", "Code" });
        }
    }
}
