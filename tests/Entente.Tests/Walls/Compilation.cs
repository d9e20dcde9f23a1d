using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Entente.Tests.Walls;

/// <summary>Samples, compiled as the product is: against everything that these tests run with.</summary>
internal static class Compilation
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p))]);

    public static CSharpCompilation Of(string sample) => CSharpCompilation.Create(
        "Sample",
        [CSharpSyntaxTree.ParseText(sample)],
        References.Value,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static byte[] Image(this CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        emitted.Success.ShouldBeTrue(string.Join("; ", emitted.Diagnostics));
        return image.ToArray();
    }
}
