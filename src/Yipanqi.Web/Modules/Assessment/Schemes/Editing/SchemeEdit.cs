using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One step by which a draft was written: who, when, what, and the definition before it, so that it can be undone.</summary>
public sealed class SchemeEdit : ITenantOwned
{
    public const int MostWords = 200;

    private SchemeEdit()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid SchemeId { get; private set; }

    /// <summary>From 1 within the version.</summary>
    public int Number { get; private set; }

    public Guid PersonId { get; private set; }

    public DateTime AtUtc { get; private set; }

    /// <summary>In Chinese, as the history shows it.</summary>
    public string What { get; private set; } = "";

    /// <summary>Canonical JSON of the definition before the step.</summary>
    public byte[] Before { get; private set; } = [];

    public bool Undone { get; private set; }

    public static SchemeEdit Of(Scheme scheme, int number, Guid personId, DateTime now, string what) => new()
    {
        TenantId = scheme.TenantId,
        SchemeId = scheme.Id,
        Number = number,
        PersonId = personId,
        AtUtc = now,
        What = what.Length > MostWords ? what[..(MostWords - 1)] + "…" : what,
        Before = scheme.Definition,
    };

    public void Undo() => Undone = Undone ? throw new InvalidOperationException("A step is undone once.") : true;
}
