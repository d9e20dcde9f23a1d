using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Entente.Formats.Pdf;

/// <summary>Counts the drawings within drawings of a document before any is drawn: a few lines of it can ask for billions.</summary>
internal sealed class PdfForms(PdfDocument document)
{
    /// <summary>So many no page of a list needs.</summary>
    private const long Most = 100_000;

    private const int Deepest = 60;

    private readonly Dictionary<IndirectReference, long> counted = [];

    /// <summary>The pages, 1-based, that draw more than could be read.</summary>
    public HashSet<int> Endless()
    {
        var endless = new HashSet<int>();
        var number = 0;
        if (Found(document.Structure.Catalog.CatalogDictionary, NameToken.Pages) is DictionaryToken pages)
            Walk(pages, null, 0);
        return endless;

        void Walk(DictionaryToken node, DictionaryToken? inherited, int depth)
        {
            var resources = Found(node, NameToken.Resources) as DictionaryToken ?? inherited;
            if (Found(node, NameToken.Kids) is ArrayToken kids && depth < Deepest && number < PdfPages.MostPages)
            {
                foreach (var kid in kids.Data.Select(Resolved).OfType<DictionaryToken>())
                    Walk(kid, resources, depth + 1);
            }
            else
            {
                number++;
                if (resources is not null && Forms(resources).Any(f => CountOf(f.Reference, f.Form, 0) > Most && Draws(node, f.Name)))
                    endless.Add(number);
            }
        }
    }

    /// <summary>How often anything is drawn when a form is.</summary>
    private long CountOf(IndirectReference? reference, StreamToken form, int depth)
    {
        if (reference is { } known && counted.TryGetValue(known, out var before))
            return before;
        if (depth > Deepest)
            return 1;
        if (reference is { } begun)
            counted[begun] = 1;
        var count = 1L;
        if (Found(form.StreamDictionary, NameToken.Resources) is DictionaryToken resources && Forms(resources) is { Count: > 0 } forms)
        {
            var text = TextOf(form);
            foreach (var (name, inner, stream) in forms)
                count = Math.Min(Most + 1, count + (Drawings(text, name) * CountOf(inner, stream, depth + 1)));
        }

        if (reference is { } done)
            counted[done] = count;
        return count;
    }

    private bool Draws(DictionaryToken page, string name)
    {
        var contents = Found(page, NameToken.Contents);
        return (contents is ArrayToken parts ? parts.Data.Select(Resolved) : [contents]).OfType<StreamToken>().Any(s => Drawings(TextOf(s), name) > 0);
    }

    private ReadOnlySpan<byte> TextOf(StreamToken stream) => stream.Decode(document.Structure.FilterProvider, document.Structure.TokenScanner).Span;

    private static long Drawings(ReadOnlySpan<byte> text, string name)
    {
        var sought = System.Text.Encoding.Latin1.GetBytes($"/{name}");
        var count = 0L;
        for (int at; (at = text.IndexOf(sought)) >= 0; text = text[(at + sought.Length)..])
            count += at + sought.Length < text.Length && text[at + sought.Length] <= ' ' ? 1 : 0;
        return count;
    }

    private List<(string Name, IndirectReference? Reference, StreamToken Form)> Forms(DictionaryToken resources)
    {
        var forms = new List<(string, IndirectReference?, StreamToken)>();
        if (Found(resources, NameToken.Xobject) is not DictionaryToken drawn)
            return forms;
        foreach (var (name, token) in drawn.Data)
        {
            if (Resolved(token) is StreamToken stream && stream.StreamDictionary.TryGet(NameToken.Subtype, out var kind) && Resolved(kind) is NameToken { Data: "Form" })
                forms.Add((name, (token as IndirectReferenceToken)?.Data, stream));
        }

        return forms;
    }

    private IToken? Found(DictionaryToken dictionary, NameToken name) => dictionary.TryGet(name, out var token) ? Resolved(token) : null;

    private IToken? Resolved(IToken? token) => token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;
}
