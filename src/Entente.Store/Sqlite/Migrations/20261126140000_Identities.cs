using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Entente.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Identities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CountryNames",
                table: "Registers",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Identity",
                table: "Partners",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<byte[]>(
                name: "MergedInto",
                table: "Partners",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ChangedPartners",
                columns: table => new
                {
                    RegisterId = table.Column<int>(type: "INTEGER", nullable: false),
                    PartnerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangedPartners", x => new { x.RegisterId, x.PartnerId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ChangedPartners_Changes_RegisterId_Sequence",
                        columns: x => new { x.RegisterId, x.Sequence },
                        principalTable: "Changes",
                        principalColumns: new[] { "RegisterId", "Sequence" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ChangedPartners_RegisterId_Sequence",
                table: "ChangedPartners",
                columns: new[] { "RegisterId", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChangedPartners");

            migrationBuilder.DropColumn(
                name: "CountryNames",
                table: "Registers");

            migrationBuilder.DropColumn(
                name: "Identity",
                table: "Partners");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "Partners");
        }
    }
}
