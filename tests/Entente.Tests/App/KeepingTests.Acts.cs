using Entente.App.Keeping;
using Entente.Core;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.App;

public sealed partial class KeepingTests
{
    // Number 1 of the sample: signed 2022-11-08, 5 years.
    [Theory]
    [InlineData(Act.Effective, "2022-12-01", "agreement.effective", "computed 2027-12-01")]
    [InlineData(Act.Renewed, "2024-11-08", "agreement.renewed", "computed 2029-11-08")]
    [InlineData(Act.Extended, "2024-11-08", "agreement.extended", "stated 2029-11-08")]
    [InlineData(Act.Amended, "2024-11-08", "agreement.amended", "computed 2027-11-08")]
    [InlineData(Act.Suspended, "2024-11-08", "agreement.suspended", "computed 2027-11-08")]
    [InlineData(Act.Terminated, "2024-11-08", "agreement.terminated", "computed 2027-11-08")]
    [InlineData(Act.Superseded, "2024-11", "agreement.superseded", "computed 2027-11-08")]
    public async Task An_act_is_recorded_with_what_it_changed(Act act, string on, string code, string end)
    {
        await using (var open = await OpenAsync())
        {
            var hand = Registrar with { Why = "by letter", Version = 1, IsConfirmed = true };
            await Keeping.ActAsync(open, "1", new NewAct(act, Store.Sample.Date(on)) { Length = act == Act.Extended ? new Length(2) : null }, hand, Stop);
        }

        await using var again = await OpenAsync();
        var agreement = await again.Db.Agreements.AsNoTracking().SingleAsync(a => a.Number == "1", Stop);
        agreement.Version.ShouldBe(2);
        (agreement.Facts.Events[^1].Act, agreement.Facts.Events[^1].On!.ToString()).ShouldBe((act, on));
        $"{Words.Kebab(agreement.Facts.Ends.Basis)} {agreement.Facts.Ends.On}".ShouldBe(end);
        var line = (await History.OfAsync(again.Db, agreement.Id, Stop))[0];
        (line.Change.Act, line.Change.Who, line.Change.Why).ShouldBe((code, "registrar", "by letter"));
        line.Fields.Select(f => f.Field).ShouldContain("start");
        (await again.Db.VerifyChangesAsync(cancellation: TestContext.Current.CancellationToken)).ShouldBe(new ChainProof(2, 0, null, null));
    }

    [Fact]
    public async Task What_is_suspended_can_be_resumed_and_taking_effect_keeps_a_stated_end()
    {
        await using var open = await OpenAsync();
        await Keeping.ActAsync(open, "1", new NewAct(Act.Suspended, Store.Sample.Date("2024")), Registrar, Stop);
        (await Keeping.ActAsync(open, "1", new NewAct(Act.Resumed, Store.Sample.Date("2025")), Registrar, Stop)).Version.ShouldBe(3);
        var edit = new AgreementEdit { Parties = [new PartyEdit("University of Vienna")], Events = [new EventEdit("signed", "2024-05-06")], End = "2027" };
        var added = await Keeping.AddAsync(open, edit, Registrar, Stop);
        var after = await Keeping.ActAsync(open, added.Number, new NewAct(Act.Effective, Store.Sample.Date("2024-07-01")), Registrar, Stop);
        (after.Facts.Ends.Basis, after.Facts.Ends.On!.ToString()).ShouldBe((EndsBasis.Stated, "2027"));
        after.Facts.Events[0].Until.ShouldBeNull();
    }

    [Theory]
    [InlineData(Act.Terminated, "2014-01-01", true, "act.before-signing")]
    [InlineData(Act.Terminated, "2014-01-01", false, "act.before-signing")]
    [InlineData(Act.Renewed, "2024-01-01", false, "act.overlaps")]
    [InlineData(Act.Signed, "2024-01-01", false, "act.signed-already")]
    public async Task What_something_speaks_against_is_not_written(Act act, string on, bool isConfirmed, string code)
    {
        await using var open = await OpenAsync();
        var objected = await Should.ThrowAsync<ObjectionException>(
            Keeping.ActAsync(open, "1", new NewAct(act, Store.Sample.Date(on)), Registrar with { IsConfirmed = isConfirmed }, Stop));
        objected.Objections.Select(o => o.Code).ShouldContain(code);
        await NothingIsWrittenAsync("1");
    }

    [Fact]
    public async Task What_someone_else_changed_meanwhile_is_not_overwritten_whatever_the_act()
    {
        await using (var open = await OpenAsync())
            await Keeping.CorrectAsync(open, "1", new AgreementEdit { Note = "quick" }, Registrar, Stop);
        var slow = Registrar with { Version = 1, IsConfirmed = true };
        await using var late = await OpenAsync();
        foreach (var act in new Func<Task>[]
        {
            () => Keeping.ActAsync(late, "1", new NewAct(Act.Amended, Store.Sample.Date("2024")), slow, Stop),
            () => Keeping.CorrectAsync(late, "1", new AgreementEdit { Note = "slow" }, slow, Stop),
            () => Keeping.DeleteAsync(late, "1", slow, Stop),
            () => Keeping.RestoreAsync(late, "1", 1, slow, Stop),
        })
        {
            var refused = await Should.ThrowAsync<RefusedException>(act());
            (refused.Code, refused.Arguments[0]).ShouldBe(("record.changed-since", "1"));
        }

        var after = await AskAsync("1");
        (after.Facts.Note, after.Version).ShouldBe(("quick", 2));
        await using var again = await OpenAsync();
        (await again.Db.Changes.CountAsync(Stop)).ShouldBe(2);
    }

    [Fact]
    public async Task An_unknown_number_is_refused_by_every_act()
    {
        await using var open = await OpenAsync();
        foreach (var act in new Func<Task>[]
        {
            () => Keeping.ActAsync(open, "999", new NewAct(Act.Amended, Store.Sample.Date("2024")), Registrar, Stop),
            () => Keeping.CorrectAsync(open, "999", new AgreementEdit { Note = "x" }, Registrar, Stop),
            () => Keeping.DeleteAsync(open, "999", Registrar, Stop),
            () => Keeping.RestoreAsync(open, "999", null, Registrar, Stop),
        })
            (await Should.ThrowAsync<RefusedException>(act())).Code.ShouldBe("agreement.unknown");
    }

    [Theory]
    [InlineData("1", "field.by-itself")]
    [InlineData("999", "field.by-unknown")]
    public async Task What_takes_the_place_of_an_agreement_is_checked_by_the_act(string by, string code)
    {
        await using var open = await OpenAsync();
        var act = new NewAct(Act.Superseded, Store.Sample.Date("2025")) { Note = by };
        var wrong = await Should.ThrowAsync<FieldsException>(Keeping.ActAsync(open, "1", act, Registrar, Stop));
        wrong.Problems.ShouldBe([new FieldProblem("by", code, by)]);
        await NothingIsWrittenAsync("1");
        (await Keeping.ActAsync(open, "1", act with { Note = null }, Registrar, Stop)).Facts.Events[^1].Act.ShouldBe(Act.Superseded);
    }

    [Fact]
    public async Task What_replaces_an_agreement_is_named_both_ways_and_does_not_lead_back_to_it()
    {
        await using var open = await OpenAsync();
        foreach (var (number, by) in new[] { ("1", "2"), ("2", "4") })
            await Keeping.ActAsync(open, number, Replaced(by), Registrar with { IsConfirmed = true }, Stop);
        foreach (var by in new[] { "1", "2" })
        {
            var wrong = await Should.ThrowAsync<FieldsException>(Keeping.ActAsync(open, "4", Replaced(by), Registrar with { IsConfirmed = true }, Stop));
            wrong.Problems.ShouldBe([new FieldProblem("by", "field.by-circle", by)]);
        }

        (await Successors.OfAsync(open.Db, (await AskAsync("1")).Facts, Stop)).ShouldBe(["2"]);
        (await Successors.BeforeAsync(open.Db, "2", Stop)).ShouldBe(["1"]);
        (await Successors.BeforeAsync(open.Db, "4", Stop)).ShouldBe(["2"]);
        (await folder.Ask("show", "1")).Out.ShouldContain("Replaced by agreement 2: Jun 2026.");

        static NewAct Replaced(string by) => new(Act.Superseded, Store.Sample.Date("2026-06")) { Note = by };
    }

    [Fact]
    public async Task What_was_deleted_is_told_apart_from_what_never_was()
    {
        await using var open = await OpenAsync();
        await Keeping.DeleteAsync(open, "1", Registrar, Stop);
        (await Should.ThrowAsync<RefusedException>(Keeping.CorrectAsync(open, "1", new AgreementEdit { Note = "x" }, Registrar, Stop))).Code.ShouldBe("agreement.in-bin");
    }

    private async Task NothingIsWrittenAsync(string number)
    {
        (await AskAsync(number)).Version.ShouldBe(1);
        await using var open = await OpenAsync();
        (await open.Db.Changes.CountAsync(Stop)).ShouldBe(1);
    }
}
