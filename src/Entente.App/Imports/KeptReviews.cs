using Entente.App.Registers;
using Entente.App.Running;
using Entente.App.Sources;
using Entente.Core;
using Entente.Formats;
using Entente.Store.Json;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>The lists under review that were looked at last, as they are read: a person goes through one record after the other.
/// One list is read at a time, beside whatever else is asked.</summary>
public sealed class KeptReviews : IDisposable
{
    private const int Most = 3;

    private readonly SemaphoreSlim reads = new(1);
    private readonly Lock access = new();
    private readonly List<(string Key, SourceReading Reading)> readings = [];
    private readonly List<(string Key, Proposal Proposal)> proposals = [];
    private readonly List<(string Key, StoredText Text)> texts = [];

    /// <exception cref="RefusedException">As of <see cref="SourceReader"/>.</exception>
    public async Task<SourceReading> ReadAsync(OpenRegister open, string name, ReadOnlyMemory<byte> bytes, IReadOnlyList<ReviewStep> steps, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        var options = OptionsOf(open, steps);
        await reads.WaitAsync(stop);
        open.Progress?.Report(new ActProgress(RunningPart.Tables));
        try
        {
            return SaidDays.Checked(await Task.Run(() => SourceReader.Read(name, bytes, options with { Stop = stop }), stop), options);
        }
        finally
        {
            reads.Release();
        }
    }

    /// <summary>The document as its columns are meant, by the steps that say so.</summary>
    public async Task<SourceReading> ReadAsync(OpenRegister open, Review review, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(review);
        var key = KeyOf(open, review);
        if (Find(readings, key) is { } known)
            return known;
        var reading = ReviewShapes.Of(await ReadAsync(open, review.SourceName, await BytesAsync(open, review, stop), review.Steps, stop), review.Steps, open.Register.Counting);
        Keep(readings, key, reading);
        return reading;
    }

    /// <summary>Beside the register as it is now.</summary>
    public async Task<Proposal> CompareAsync(OpenRegister open, Review review, CancellationToken stop)
    {
        var reading = await ReadAsync(open, review, stop);
        var key = await KeyOfProposalAsync(open, review, stop);
        if (Find(proposals, key) is { } known)
            return known;
        var proposal = await Imports.CompareAsync(open, reading, default, ReviewedList.Of(reading, SayingsOf(review), open.Register.Counting).Said(), stop);
        Keep(proposals, key, proposal);
        return proposal;
    }

    /// <summary>Whether it can be shown at once.</summary>
    public async Task<bool> HasAsync(OpenRegister open, Review review, CancellationToken stop) =>
        Find(readings, KeyOf(open, review)) is not null && Find(proposals, await KeyOfProposalAsync(open, review, stop)) is not null;

    /// <summary>A list whose review begins, as it was read.</summary>
    public void Keep(OpenRegister open, Review review, SourceReading reading) => Keep(readings, KeyOf(open, review), reading);

    /// <summary>One that is not under review any more: it may be very long.</summary>
    public void Forget(Guid review)
    {
        var key = $"{review} ";
        lock (access)
        {
            readings.RemoveAll(k => k.Key.StartsWith(key, StringComparison.Ordinal));
            proposals.RemoveAll(k => k.Key.StartsWith(key, StringComparison.Ordinal));
            texts.RemoveAll(k => k.Key.StartsWith(key, StringComparison.Ordinal));
        }
    }

    /// <summary>Its lines or pages, with what each of their words became.</summary>
    public async Task<StoredText> TextAsync(OpenRegister open, Review review, CancellationToken stop)
    {
        var reading = await ReadAsync(open, review, stop);
        var key = KeyOf(open, review);
        if (Find(texts, key) is { } known)
            return known;
        var rows = new EditionRows(open.Register.Id, review.Id, 1, [.. reading.Drafts.Select(d => new EditionRow(d.Order, d.Table, d.Text) { Places = d.Places })]) { Pieces = [.. reading.Pieces] };
        var isText = SourceTexts.IsText(reading.Source.MediaType);
        var text = new StoredText(isText ? Detect.Text(review.SourceName, await BytesAsync(open, review, stop)).Text : null, rows);
        Keep(texts, key, text);
        return text;
    }

    public static async Task<byte[]> BytesAsync(OpenRegister open, Review review, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(review);
        return await open.Db.Sources.AsNoTracking().Where(s => s.Sha256 == review.Sha256).Select(s => s.Bytes).SingleAsync(stop);
    }

    /// <summary>Of several things said of one column the last one counts.</summary>
    private static ReadOptions OptionsOf(OpenRegister open, IReadOnlyList<ReviewStep> steps)
    {
        ArgumentNullException.ThrowIfNull(open);
        var said = steps.Where(s => s.Act == ReviewAct.Read).ToList();
        var days = said.LastOrDefault(s => s.Days is not null)?.Days;
        return open.Telling(ReadOptions.For(open.Register, said.LastOrDefault(s => s.ListedOn is not null)?.ListedOn, open.Today) with
        {
            Columns = [.. said.SelectMany(s => s.Columns)],
            ColumnDays = [.. said.SelectMany(s => s.ColumnDays).GroupBy(d => (d.Heads, d.Column)).Select(d => d.Last())],
            Days = days is Core.Reading.DayOrder.Unknown ? null : days,
        });
    }

    public void Dispose() => reads.Dispose();

    private static string KeyOf(OpenRegister open, Review review) =>
        $"{review.Id} {open.Register.Version} {StoredJson.Text(review.Steps.Where(s => s.Act == ReviewAct.Read).Concat(ReviewShapes.StepsOf(review.Steps)).ToList())}";

    private static async Task<string> KeyOfProposalAsync(OpenRegister open, Review review, CancellationToken stop) =>
        $"{KeyOf(open, review)} {(await open.Db.LastChangeAsync(stop)).Sequence} {string.Join(' ', SayingsOf(review).Select(c => $"{c.At.UtcTicks}{string.Join(',', c.Takes)}"))}";

    /// <summary>The steps that say something of a record that the list does not, or that make another one of it; and those by which it is so no longer.</summary>
    private static List<ReviewStep> SayingsOf(Review review)
    {
        var steps = review.Steps.SelectMany(s => s.Each).ToList();
        var taken = steps.Where(s => s.Takes.Count > 0).Select(s => s.Record?.Row).ToHashSet();
        return steps.FindAll(s => s.Act is ReviewAct.Correct or ReviewAct.Identify or ReviewAct.Split or ReviewAct.Join || (s.Record is { } mark && taken.Contains(mark.Row)));
    }

    private T? Find<T>(List<(string Key, T Value)> kept, string key)
        where T : class
    {
        lock (access)
            return kept.Find(k => k.Key == key).Value;
    }

    private void Keep<T>(List<(string Key, T Value)> kept, string key, T value)
    {
        lock (access)
        {
            kept.Insert(0, (key, value));
            if (kept.Count > Most)
                kept.RemoveAt(Most);
        }
    }
}
