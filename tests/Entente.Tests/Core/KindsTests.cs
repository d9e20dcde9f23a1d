using Entente.Core;
using Entente.Core.Reading;

namespace Entente.Tests.Core;

public class KindsTests
{
    private static readonly RegisterKind projects = new("project-contract", "Төслийн гэрээ") { Wordings = ["Project contract", "Contract No. 5"] };
    private static readonly RegisterKind memoranda = new("mou", "Memorandum") { Wordings = ["Frame contract", "Letter of Intent"] };
    private static readonly Kinds kinds = Kinds.Of([projects, memoranda]);

    [Theory]
    [InlineData("Төслийн гэрээ", "project-contract")]
    [InlineData("ТӨСЛИЙН  ГЭРЭЭ", "project-contract")]
    [InlineData("project contract", "project-contract")]
    [InlineData("contract no. 5", "project-contract")]
    [InlineData("Frame contract", "mou")]
    [InlineData("Memorandum", "mou")]
    [InlineData("Letter of intent", "mou")]
    [InlineData("MOA", "moa")]
    [InlineData("Гэрээ", "agreement")]
    [InlineData("project", "project")]
    [InlineData("joint-programme", "joint-programme")]
    [InlineData("Contract on a project", null)]
    [InlineData("", null)]
    public void The_wordings_of_the_register_come_first(string wording, string? code) => kinds.Find(wording).ShouldBe(code);

    [Fact]
    public void Who_asks_by_a_code_means_the_code()
    {
        var renamed = Kinds.Of([new RegisterKind("own", "MOA") { Wordings = ["moa"] }]);
        (renamed.Find("moa"), renamed.FindAsked("moa"), renamed.FindAsked("MOA")).ShouldBe(("own", "moa", "own"));
    }

    [Fact]
    public void In_a_row_every_wording_is_seen_and_the_registers_own_reading_of_it()
    {
        var found = new List<(int End, string Code)>();
        kinds.MatchesAt(TokenRun.Of("Memorandum of Understanding"), 0, found);
        found.ShouldBe([(1, "mou"), (3, "mou")]);
        found.Clear();
        kinds.MatchesAt(TokenRun.Of("Contract No. 5"), 0, found);
        found.ShouldBe([(1, "agreement"), (3, "project-contract")]);
    }

    [Theory]
    [InlineData("Project contract", "project-contract")]
    [InlineData("Төслийн гэрээ", "tosliyn-geree")]
    [InlineData("  MOU (long)  ", "mou-long")]
    [InlineData("!!", "kind")]
    [InlineData("MoU", "mou-2")]
    [InlineData("None", "none-2")]
    public void A_code_is_made_of_the_name(string name, string code) => RegisterKind.CodeFor(name, ["mou", "none"]).ShouldBe(code);
}
