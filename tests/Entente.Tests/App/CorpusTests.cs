namespace Entente.Tests.App;

/// <summary>Documents with readings that a person has looked at and approved, in corpus/. A reading that differs is written beside the
/// approved one as *.received.json: look at the difference, and keep it under the approved name when it is better.</summary>
public class CorpusTests
{
    [Theory]
    [InlineData("samples/agreements.txt", "agreements.reading.json")]
    public async Task A_document_reads_as_it_was_approved(string document, string approved)
    {
        var asked = await Asked.Of("read", Checkout.Path(document), "--json");
        asked.Code.ShouldBe(0, asked.Error);
        var path = Checkout.Path("tests", "Entente.Tests", "corpus", approved);
        var expected = File.Exists(path) ? await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) : "";
        var received = Path.ChangeExtension(path, ".received.json");
        if (asked.Out == expected)
            File.Delete(received);
        else
            await File.WriteAllTextAsync(received, asked.Out, TestContext.Current.CancellationToken);
        (asked.Out == expected).ShouldBeTrue($"The reading of {document} differs from {approved}; see {received}.");
    }
}
