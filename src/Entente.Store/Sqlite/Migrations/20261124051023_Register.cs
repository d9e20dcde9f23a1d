using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Entente.Store.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Register : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Agreements",
                columns: table => new
                {
                    RegisterId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: false),
                    NumberOrder = table.Column<long>(type: "INTEGER", nullable: false),
                    EditionId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: true),
                    BeginDay = table.Column<long>(type: "INTEGER", nullable: true),
                    EndDay = table.Column<long>(type: "INTEGER", nullable: true),
                    EndLatestDay = table.Column<long>(type: "INTEGER", nullable: true),
                    Basis = table.Column<string>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agreements", x => new { x.RegisterId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Changes",
                columns: table => new
                {
                    RegisterId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Who = table.Column<string>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: true),
                    Act = table.Column<string>(type: "TEXT", nullable: false),
                    EditionId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PayloadHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PreviousHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Payload = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Changes", x => new { x.RegisterId, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "LifelineGroups",
                columns: table => new
                {
                    RegisterId = table.Column<int>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<int>(type: "INTEGER", nullable: false),
                    Facet = table.Column<int>(type: "INTEGER", nullable: false),
                    Turns = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Shape = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LifelineGroups", x => new { x.RegisterId, x.GroupId });
                });

            migrationBuilder.CreateTable(
                name: "Partners",
                columns: table => new
                {
                    RegisterId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Country = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Partners", x => new { x.RegisterId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Registers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    OtherNames = table.Column<string>(type: "TEXT", nullable: false),
                    HomeCountry = table.Column<string>(type: "TEXT", nullable: true),
                    TimeZone = table.Column<string>(type: "TEXT", nullable: false),
                    ListedOn = table.Column<string>(type: "TEXT", nullable: true),
                    Counting = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    DerivedBy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Registers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Sources",
                columns: table => new
                {
                    RegisterId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sources", x => new { x.RegisterId, x.Sha256 });
                });

            migrationBuilder.CreateTable(
                name: "Lifelines",
                columns: table => new
                {
                    RegisterId = table.Column<int>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<int>(type: "INTEGER", nullable: false),
                    T1 = table.Column<int>(type: "INTEGER", nullable: false),
                    T2 = table.Column<int>(type: "INTEGER", nullable: false),
                    T3 = table.Column<int>(type: "INTEGER", nullable: false),
                    T4 = table.Column<int>(type: "INTEGER", nullable: false),
                    T5 = table.Column<int>(type: "INTEGER", nullable: false),
                    T6 = table.Column<int>(type: "INTEGER", nullable: false),
                    AgreementId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lifelines", x => new { x.RegisterId, x.GroupId, x.T1, x.T2, x.T3, x.T4, x.T5, x.T6, x.AgreementId });
                    table.ForeignKey(
                        name: "FK_Lifelines_Agreements_RegisterId_AgreementId",
                        columns: x => new { x.RegisterId, x.AgreementId },
                        principalTable: "Agreements",
                        principalColumns: new[] { "RegisterId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ChangedAgreements",
                columns: table => new
                {
                    RegisterId = table.Column<int>(type: "INTEGER", nullable: false),
                    AgreementId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangedAgreements", x => new { x.RegisterId, x.AgreementId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_ChangedAgreements_Changes_RegisterId_Sequence",
                        columns: x => new { x.RegisterId, x.Sequence },
                        principalTable: "Changes",
                        principalColumns: new[] { "RegisterId", "Sequence" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AgreementPartners",
                columns: table => new
                {
                    RegisterId = table.Column<int>(type: "INTEGER", nullable: false),
                    AgreementId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    PartnerId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgreementPartners", x => new { x.RegisterId, x.AgreementId, x.Position });
                    table.ForeignKey(
                        name: "FK_AgreementPartners_Agreements_RegisterId_AgreementId",
                        columns: x => new { x.RegisterId, x.AgreementId },
                        principalTable: "Agreements",
                        principalColumns: new[] { "RegisterId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AgreementPartners_Partners_RegisterId_PartnerId",
                        columns: x => new { x.RegisterId, x.PartnerId },
                        principalTable: "Partners",
                        principalColumns: new[] { "RegisterId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Editions",
                columns: table => new
                {
                    RegisterId = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SourceName = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", nullable: false),
                    Encoding = table.Column<string>(type: "TEXT", nullable: true),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: true),
                    ImportedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ListedOn = table.Column<string>(type: "TEXT", nullable: true),
                    ListedOnBasis = table.Column<string>(type: "TEXT", nullable: true),
                    Records = table.Column<int>(type: "INTEGER", nullable: false),
                    Tables = table.Column<string>(type: "TEXT", nullable: false),
                    Checks = table.Column<string>(type: "TEXT", nullable: false),
                    Placed = table.Column<string>(type: "TEXT", nullable: false),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Editions", x => new { x.RegisterId, x.Id });
                    table.ForeignKey(
                        name: "FK_Editions_Sources_RegisterId_Sha256",
                        columns: x => new { x.RegisterId, x.Sha256 },
                        principalTable: "Sources",
                        principalColumns: new[] { "RegisterId", "Sha256" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EditionRows",
                columns: table => new
                {
                    RegisterId = table.Column<int>(type: "INTEGER", nullable: false),
                    EditionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Rows = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditionRows", x => new { x.RegisterId, x.EditionId });
                    table.ForeignKey(
                        name: "FK_EditionRows_Editions_RegisterId_EditionId",
                        columns: x => new { x.RegisterId, x.EditionId },
                        principalTable: "Editions",
                        principalColumns: new[] { "RegisterId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Findings",
                columns: table => new
                {
                    RegisterId = table.Column<int>(type: "INTEGER", nullable: false),
                    EditionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Severity = table.Column<string>(type: "TEXT", nullable: false),
                    Finding = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Findings", x => new { x.RegisterId, x.EditionId, x.Order });
                    table.ForeignKey(
                        name: "FK_Findings_Editions_RegisterId_EditionId",
                        columns: x => new { x.RegisterId, x.EditionId },
                        principalTable: "Editions",
                        principalColumns: new[] { "RegisterId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FindingAgreements",
                columns: table => new
                {
                    RegisterId = table.Column<int>(type: "INTEGER", nullable: false),
                    AgreementId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    EditionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FindingOrder = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingAgreements", x => new { x.RegisterId, x.AgreementId, x.EditionId, x.FindingOrder });
                    table.ForeignKey(
                        name: "FK_FindingAgreements_Agreements_RegisterId_AgreementId",
                        columns: x => new { x.RegisterId, x.AgreementId },
                        principalTable: "Agreements",
                        principalColumns: new[] { "RegisterId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_FindingAgreements_Findings_RegisterId_EditionId_FindingOrder",
                        columns: x => new { x.RegisterId, x.EditionId, x.FindingOrder },
                        principalTable: "Findings",
                        principalColumns: new[] { "RegisterId", "EditionId", "Order" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AgreementPartners_RegisterId_PartnerId",
                table: "AgreementPartners",
                columns: new[] { "RegisterId", "PartnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_RegisterId_EditionId_Order",
                table: "Agreements",
                columns: new[] { "RegisterId", "EditionId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_RegisterId_EndDay",
                table: "Agreements",
                columns: new[] { "RegisterId", "EndDay" });

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_RegisterId_NumberOrder_Number",
                table: "Agreements",
                columns: new[] { "RegisterId", "NumberOrder", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChangedAgreements_RegisterId_Sequence",
                table: "ChangedAgreements",
                columns: new[] { "RegisterId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Editions_RegisterId_Sha256",
                table: "Editions",
                columns: new[] { "RegisterId", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_FindingAgreements_RegisterId_EditionId_FindingOrder",
                table: "FindingAgreements",
                columns: new[] { "RegisterId", "EditionId", "FindingOrder" });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_RegisterId_State_Code",
                table: "Findings",
                columns: new[] { "RegisterId", "State", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_Lifelines_RegisterId_AgreementId",
                table: "Lifelines",
                columns: new[] { "RegisterId", "AgreementId" });

            migrationBuilder.CreateIndex(
                name: "IX_Partners_RegisterId_Key",
                table: "Partners",
                columns: new[] { "RegisterId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Registers_Name",
                table: "Registers",
                column: "Name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgreementPartners");

            migrationBuilder.DropTable(
                name: "ChangedAgreements");

            migrationBuilder.DropTable(
                name: "EditionRows");

            migrationBuilder.DropTable(
                name: "FindingAgreements");

            migrationBuilder.DropTable(
                name: "LifelineGroups");

            migrationBuilder.DropTable(
                name: "Lifelines");

            migrationBuilder.DropTable(
                name: "Registers");

            migrationBuilder.DropTable(
                name: "Partners");

            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropTable(
                name: "Findings");

            migrationBuilder.DropTable(
                name: "Agreements");

            migrationBuilder.DropTable(
                name: "Editions");

            migrationBuilder.DropTable(
                name: "Sources");
        }
    }
}
