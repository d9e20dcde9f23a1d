using System.Xml.Linq;

namespace Entente.Tests.Walls;

/// <summary>Which project may know which, and which packages the pure ones may use. The compiler does the rest.</summary>
public class ArrowTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Entente.Edtf"] = [],
        ["Entente.Core"] = ["Entente.Edtf"],
        ["Entente.Formats"] = ["Entente.Core"],
        ["Entente.Store"] = ["Entente.Core"],
        ["Entente.App"] = ["Entente.Core", "Entente.Formats", "Entente.Store"],
    };

    private static readonly Dictionary<string, string[]> PurePackages = new()
    {
        ["Entente.Edtf"] = [],
        ["Entente.Core"] = ["AnyAscii"],
    };

    [Fact]
    public void Projects_know_only_what_they_may() => Products.SelectMany(Violations).ShouldBeEmpty();

    [Theory]
    [InlineData("Entente.Store", "<ProjectReference Include='../Entente.Formats/Entente.Formats.csproj' />", "refers to Entente.Formats")]
    [InlineData("Entente.Core", "<ProjectReference Include='..\\Entente.Store\\Entente.Store.csproj' />", "refers to Entente.Store")]
    [InlineData("Entente.Core", "<PackageReference Include='Dapper' />", "uses the package Dapper")]
    [InlineData("Entente.Edtf", "<PackageReference Include='AnyAscii' />", "uses the package AnyAscii")]
    [InlineData("Entente.Store", "<FrameworkReference Include='Microsoft.AspNetCore.App' />", "refers to the web")]
    [InlineData("Entente.Extra", "", "is a project that no arrow leads to")]
    public void A_bad_arrow_is_caught(string project, string reference, string violation)
    {
        var sample = new SourceFile($"src/{project}/{project}.csproj", $"<Project Sdk='Microsoft.NET.Sdk'><ItemGroup>{reference}</ItemGroup></Project>");
        Violations(sample).ShouldBe([$"{project} {violation}"]);
    }

    [Fact]
    public void Only_App_is_a_web_project()
    {
        Products.Where(p => p.Text.Contains("Microsoft.NET.Sdk.Web", StringComparison.Ordinal)).Select(Name).ShouldBe(["Entente.App"]);
        XDocument.Parse(Products.Single(p => Name(p) == "Entente.App").Text).Descendants("AssemblyName").Single().Value.ShouldBe("entente");
    }

    [Fact]
    public void Package_versions_stand_in_one_place_and_are_locked() => Repo.Projects.SelectMany(Unlocked).ShouldBeEmpty();

    [Fact]
    public void A_bad_package_version_is_caught() =>
        Unlocked(new SourceFile("src/Nowhere/Nowhere.csproj", "<Project><ItemGroup><PackageReference Include='A' Version='1.0.0' /></ItemGroup></Project>"))
            .ShouldBe(["Nowhere gives A a version of its own", "Nowhere has no lock file"]);

    private static IEnumerable<SourceFile> Products => Repo.Projects.Where(p => p.Path.StartsWith("src/", StringComparison.Ordinal));

    private static string Name(SourceFile project) => Path.GetFileNameWithoutExtension(project.Name);

    private static IEnumerable<string> Violations(SourceFile project)
    {
        var name = Name(project);
        if (!Arrows.TryGetValue(name, out var allowed))
            return [$"{name} is a project that no arrow leads to"];
        var xml = XDocument.Parse(project.Text);
        var projects = Included(xml, "ProjectReference").Select(i => i.Replace('\\', '/').Split('/')[^1].Replace(".csproj", "", StringComparison.Ordinal));
        var packages = PurePackages.TryGetValue(name, out var few) ? Included(xml, "PackageReference").Except(few) : [];
        return projects.Except(allowed).Select(p => $"{name} refers to {p}")
            .Concat(packages.Select(p => $"{name} uses the package {p}"))
            .Concat(name == "Entente.App" ? [] : Included(xml, "FrameworkReference").Select(_ => $"{name} refers to the web"));
    }

    private static IEnumerable<string> Included(XDocument project, string item) =>
        project.Descendants(item).Select(e => (string?)e.Attribute("Include")).OfType<string>();

    private static IEnumerable<string> Unlocked(SourceFile project)
    {
        foreach (var package in XDocument.Parse(project.Text).Descendants("PackageReference").Where(p => p.Attribute("Version") is not null))
            yield return $"{Name(project)} gives {(string?)package.Attribute("Include")} a version of its own";
        if (!File.Exists(Repo.Full(Path.Combine(Path.GetDirectoryName(project.Path)!, "packages.lock.json"))))
            yield return $"{Name(project)} has no lock file";
    }
}
