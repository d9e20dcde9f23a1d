using Entente.App.Keeping;
using Entente.Core;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.Tests.App;

public sealed partial class KeepingTests
{
    [Fact]
    public async Task A_number_is_given_once_and_never_again()
    {
        await using var open = await OpenAsync();
        var edit = new AgreementEdit { Parties = [new PartyEdit("University of Vienna", "AT")], Kinds = ["MOU", "Student exchange"], Events = [new EventEdit("signed", "6 May 2024")], Term = "5 years" };
        var added = await Keeping.AddAsync(open, edit, Registrar, Stop);
        (added.Number, added.Version, added.Facts.Ends.On!.ToString()).ShouldBe(("128", 1, "2029-05-06"));
        added.Facts.Kinds.Count.ShouldBe(2);
        await Keeping.DeleteAsync(open, "128", Registrar, Stop);
        (await Keeping.AddAsync(open, edit, Registrar, Stop)).Number.ShouldBe("129");
        (await open.Db.VerifyChangesAsync(cancellation: TestContext.Current.CancellationToken)).ShouldBe(new ChainProof(4, 0, null, null));
    }

    [Fact]
    public async Task A_record_that_ends_before_it_begins_is_not_entered()
    {
        await using var open = await OpenAsync();
        var edit = new AgreementEdit { Parties = [new PartyEdit("University of Vienna")], Events = [new EventEdit("signed", "2024-05-06")], End = "2023" };
        (await Should.ThrowAsync<ObjectionException>(Keeping.AddAsync(open, edit, Registrar, Stop))).Objections.Single().Code.ShouldBe("act.until-before");
        edit = edit with { End = null, Events = [new EventEdit("signed", "2050")] };
        (await Should.ThrowAsync<ObjectionException>(Keeping.AddAsync(open, edit, Registrar, Stop))).CanBeConfirmed.ShouldBeTrue();
        (await Keeping.AddAsync(open, edit, Registrar with { IsConfirmed = true }, Stop)).Number.ShouldBe("128");
    }

    [Fact]
    public async Task Every_field_that_cannot_be_read_is_named_and_nothing_is_written()
    {
        await using var open = await OpenAsync();
        var edit = new AgreementEdit { Parties = [new PartyEdit("", "Utopia")], State = "asleep", Term = "a while", End = "2023-02-29", Events = [new EventEdit("signed", "0012"), new EventEdit("sung", "2020")] };
        var wrong = await Should.ThrowAsync<FieldsException>(Keeping.CorrectAsync(open, "1", edit, Registrar, Stop));
        wrong.Problems.Select(p => $"{p.Field} {p.Code}").Order(StringComparer.Ordinal).ShouldBe(
            ["end date.impossible", "event-1-on date.year-range", "event-2-act field.act", "partner-1-country field.country", "partner-1-name field.partner-or-title", "state field.state", "term field.term"]);
        await NothingIsWrittenAsync("1");
    }

    [Fact]
    public async Task A_correction_changes_what_was_typed_and_what_follows_from_it()
    {
        await using (var open = await OpenAsync())
            await Keeping.CorrectAsync(open, "1", new AgreementEdit { Term = "3 years" }, Registrar, Stop);
        await using var again = await OpenAsync();
        var line = (await History.OfAsync(again.Db, (await AskAsync("1")).Id, Stop))[0];
        line.Change.Act.ShouldBe("agreement.corrected");
        line.Fields.Select(f => (f.Field, f.Old, f.New)).ShouldBe([("term", "P5Y", "P3Y"), ("end", "2027-11-08", "2025-11-08")]);
        line.Fields.Select(f => (f.Field, f.Was, f.Is)).ShouldBe([("term", "5 years", "3 years"), ("end", "8 Nov 2027", "8 Nov 2025")]);
    }

    [Fact]
    public async Task What_is_typed_as_it_was_is_no_change()
    {
        var facts = (await AskAsync("1")).Facts;
        await using (var open = await OpenAsync())
        {
            var edit = AgreementEdit.Of(facts);
            (await Keeping.CorrectAsync(open, "1", edit, Registrar, Stop)).Version.ShouldBe(1);
        }

        await NothingIsWrittenAsync("1");
    }

    [Fact]
    public async Task The_whole_life_of_a_record_is_one_chain()
    {
        await using (var open = await OpenAsync())
        {
            await Keeping.CorrectAsync(open, "1", new AgreementEdit { Note = "one" }, Registrar, Stop);
            await Keeping.DeleteAsync(open, "1", Registrar with { Why = "entered twice" }, Stop);
            (await Keeping.InBinAsync(open, Stop)).Select(b => (b.Number, b.Why, b.Facts.Note)).ShouldBe([("1", "entered twice", "one")]);
            await Keeping.RestoreAsync(open, "1", null, Registrar, Stop);
            (await Keeping.InBinAsync(open, Stop)).ShouldBeEmpty();
        }

        await using var again = await OpenAsync();
        await Keeping.RestoreAsync(again, "1", 1, Registrar, Stop);
        (await AskAsync("1")).Facts.Note.ShouldBeNull();
        var history = await History.OfAsync(again.Db, (await AskAsync("1")).Id, Stop);
        history.Select(l => l.Change.Act).ShouldBe(["agreement.restored", "agreement.undeleted", "agreement.deleted", "agreement.corrected", "edition.imported"]);
        (await again.Db.VerifyChangesAsync(cancellation: TestContext.Current.CancellationToken)).ShouldBe(new ChainProof(5, 0, null, null));
        (await Should.ThrowAsync<RefusedException>(Keeping.RestoreAsync(again, "1", 99, Registrar, Stop))).Code.ShouldBe("history.none");
    }
}
