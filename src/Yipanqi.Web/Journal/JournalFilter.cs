using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yipanqi.Web.Access;
using Yipanqi.Web.Database;
using Yipanqi.Web.Search;

namespace Yipanqi.Web.Journal;

/// <summary>Which entries the journal shows, as the address of the page tells it.</summary>
/// <param name="From">First day, by the clock of China.</param>
/// <param name="Until">Last day.</param>
/// <param name="Person">Part of the name of who did it, or how it is spelt.</param>
/// <param name="SubjectId">All that happened to one thing.</param>
public sealed record JournalFilter(DateOnly? From, DateOnly? Until, string Person, string Action, string Subject, Guid? SubjectId)
{
    // As many people of a name or a part of one as are looked up one by one.
    private const int MostPeople = 500;

    public static readonly IReadOnlyList<string> Fields = ["from", "until", "person", "action", "subject"];

    public static JournalFilter Read(Func<string, string?> value) => new(
        Day(value("from")),
        Day(value("until")),
        value("person")?.Trim() ?? "",
        value("action") ?? "",
        value("subject") ?? "",
        Guid.TryParse(value("id"), out var id) ? id : null);

    /// <summary>The entries that match, of those the reader may see.</summary>
    internal async Task<IQueryable<JournalEntry>> ApplyAsync(YipanqiDb db, Actor actor, CancellationToken cancellation)
    {
        var entries = JournalScope.Of(db, actor);
        if (From is { } from)
        {
            var start = Midnight(from);
            entries = entries.Where(e => e.AtUtc >= start);
        }

        if (Until is { } until)
        {
            var end = Midnight(until.AddDays(1));
            entries = entries.Where(e => e.AtUtc < end);
        }

        entries = Action.Length == 0 ? entries : entries.Where(e => e.Action == Action);
        entries = Subject.Length == 0 ? entries : entries.Where(e => e.SubjectType == Subject);
        entries = SubjectId is null ? entries : entries.Where(e => e.SubjectId == SubjectId);
        return Person.Length == 0 ? entries : await ByPersonAsync(db, entries, cancellation);
    }

    // Few people are looked up first: to look each entry up among the terms costs more than the page.
    private async Task<IQueryable<JournalEntry>> ByPersonAsync(YipanqiDb db, IQueryable<JournalEntry> entries, CancellationToken cancellation)
    {
        var people = await db.Set<Person>().FoundBy(db, SearchKind.Person, Person, p => p.Id).Select(p => p.Id).Take(MostPeople + 1).ToArrayAsync(cancellation);
        return people.Length > MostPeople
            ? entries.Where(e => e.ActorId != null).FoundBy(db, SearchKind.Person, Person, e => e.ActorId!.Value)
            : entries.Where(e => e.ActorId != null && EF.Parameter(people).Contains(e.ActorId.Value));
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1 && day.Year < 9999 ? day : null;

    private static DateTime Midnight(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - ChinaTime.Offset;
}
