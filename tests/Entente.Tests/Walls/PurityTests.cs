using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Entente.Tests.Walls;

/// <summary>Core and Edtf compute; they do not read, write, wait or ask the clock. Only App speaks to the terminal. Read from what was compiled, so that nothing hides behind a using.</summary>
public class PurityTests
{
    private static readonly string[] Impure =
    [
        "System.Data.", "System.Net.", "System.Threading.", "System.Console", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.TimeProvider", "System.Random",
        "System.IO.File", "System.IO.Directory", "System.IO.Path", "Microsoft.EntityFrameworkCore.", "Microsoft.Data.", "Microsoft.AspNetCore.", "Microsoft.Extensions.",
        "System.Runtime.CompilerServices.AsyncStateMachineAttribute", "System.Runtime.CompilerServices.AsyncTaskMethodBuilder",
    ];

    private static readonly string[] WithoutTerminal = ["System.Console"];

    private static readonly string[] WithoutWeb = ["System.Console", "Microsoft.AspNetCore."];

    /// <summary>A lazy value names its thread safety; waiting it is not.</summary>
    private static readonly string[] Harmless = ["System.Threading.LazyThreadSafetyMode", "System.Threading.Interlocked", "System.Threading.Lock"];

    [Theory]
    [InlineData("Entente.Edtf")]
    [InlineData("Entente.Core")]
    public void The_core_is_pure(string assembly) => Uses(Compiled(assembly), Impure).ShouldBeEmpty();

    [Theory]
    [InlineData("Entente.Formats")]
    [InlineData("Entente.Store")]
    public void Only_App_has_a_terminal_and_a_web(string assembly) => Uses(Compiled(assembly), WithoutWeb).ShouldBeEmpty();

    [Fact]
    public void Formats_know_no_database() => Uses(Compiled("Entente.Formats"), ["Microsoft.EntityFrameworkCore.", "Microsoft.Data.", "System.Data.Common."]).ShouldBeEmpty();

    [Theory]
    [InlineData("class A { string B() => System.IO.File.ReadAllText(\"c\"); }", "System.IO.File")]
    [InlineData("class A { async System.Threading.Tasks.Task B() => await System.Threading.Tasks.Task.Yield(); }", "System.Threading.Tasks.Task")]
    [InlineData("class A { System.Data.DataTable? b; }", "System.Data.DataTable")]
    [InlineData("class A { System.Net.Http.HttpClient? b; }", "System.Net.Http.HttpClient")]
    [InlineData("class A { void B() => System.Console.WriteLine(); }", "System.Console")]
    public void A_bad_reference_is_caught(string sample, string type) => Uses(Compilation.Of(sample).Image(), Impure).ShouldContain(type);

    [Fact]
    public void A_bad_terminal_is_caught() =>
        Uses(Compilation.Of("class A { void B() => System.Console.WriteLine(); }").Image(), WithoutTerminal).ShouldBe(["System.Console"]);

    private static byte[] Compiled(string assembly) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));

    private static IEnumerable<string> Uses(byte[] image, string[] forbidden)
    {
        using var file = new PEReader(new MemoryStream(image));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(t => $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}")
            .Where(name => forbidden.Any(f => f.EndsWith('.') ? name.StartsWith(f, StringComparison.Ordinal) : name == f || name.StartsWith(f + "`", StringComparison.Ordinal)))
            .Except(Harmless)];
    }
}
