using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Entente.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RowsInParts : Migration
    {
        private const string Columns = "\"RegisterId\", \"EditionId\", \"FirstOrder\", \"Rows\", \"Pieces\"";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameTable(name: "EditionRows", newName: "WholeEditionRows");

            migrationBuilder.CreateTable(
                name: "EditionRows",
                columns: table => new
                {
                    RegisterId = table.Column<int>(type: "INTEGER", nullable: false),
                    EditionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FirstOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Pieces = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditionRows", x => new { x.RegisterId, x.EditionId, x.FirstOrder });
                    table.ForeignKey(
                        name: "FK_EditionRows_Editions_RegisterId_EditionId",
                        columns: x => new { x.RegisterId, x.EditionId },
                        principalTable: "Editions",
                        principalColumns: new[] { "RegisterId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql($"INSERT INTO \"EditionRows\" ({Columns}) SELECT {Columns.Replace("\"FirstOrder\"", "1")} FROM \"WholeEditionRows\"");

            migrationBuilder.DropTable(name: "WholeEditionRows");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => throw new System.NotSupportedException("Parts of rows are not put together again.");
    }
}
