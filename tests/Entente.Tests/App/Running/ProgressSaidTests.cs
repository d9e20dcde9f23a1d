using Entente.App.Imports;
using Entente.App.Running;
using Entente.App.Shell;
using Entente.Formats;

using Microsoft.Extensions.Time.Testing;

namespace Entente.Tests.App.Running;

public class ProgressSaidTests
{
    [Fact]
    public void Commands_say_nothing_in_the_first_second_and_then_a_line_every_two_seconds_and_whenever_something_else_is_done()
    {
        var clock = new FakeTimeProvider();
        using var said = new StringWriter();
        var progress = new ProgressSaid(new Terminal(TextReader.Null, TextWriter.Null, said, clock));
        foreach (var report in (Action[])
        [
            () => progress.Report(new PagesRead(1, 4)), () => progress.Report(new PagesRead(2, 4)), () => progress.Report(new PagesRead(3, 4)),
            () => progress.Report(new RowsRead(1_500, 24_000)), () => progress.Report(new ActProgress(RunningPart.Finishing)),
            () => progress.Report(new ActProgress(RunningPart.Comparing)), () => progress.Report(new ActProgress(RunningPart.Writing, 12_000, 24_000)),
            () => progress.Report(new ActProgress(RunningPart.Writing, 13_000, 24_000)), () => progress.Report(new ActProgress(RunningPart.Agreements, 7, 9)), () => progress.Report(new ActProgress(RunningPart.Documents)),
        ])
        {
            report();
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        said.ToString().Split(Environment.NewLine).Select(l => l.Split(" Ctrl+C")[0]).ShouldBe(["Read: 2 of 4 pages.", "Read: 1,500 of 24,000 rows.", "Comparing with the register.", "12,000 of 24,000 agreements.", "Looked through: 7 of 9 agreements.", ""]);
    }

    [Fact]
    public void Of_many_tables_it_is_told_how_many_were_looked_through()
    {
        var tables = string.Concat(Enumerable.Range(1, 150).Select(n => $"<table><tr><th>Partner</th><th>Country</th><th>Kind</th></tr><tr><td>University Number {n}</td><td>Austria</td><td>MoU</td></tr></table>"));
        var told = new List<TablesRead>();
        SourceReader.Read("a.html", System.Text.Encoding.UTF8.GetBytes($"<html><body>{tables}</body></html>"), new ReadOptions { Tables = new Telling<TablesRead>(told.Add) });
        told[0].ShouldBe(new TablesRead(0, 150));
        told.ShouldContain(new TablesRead(149, 150));
        told.Select(t => t.Tables).ShouldBeInOrder();
    }
}
