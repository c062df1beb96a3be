using Yipanqi.Web.Access;
using Yipanqi.Web.Database;

namespace Yipanqi.Web.Modules.Assessment;

/// <summary>One change of a draft, worked out on its definition alone; <see cref="EditDraft"/> carries it out.</summary>
public abstract record DraftStep
{
    /// <summary>Dotted name for the journal's detail.</summary>
    public abstract string Name { get; }

    /// <summary>The step with what it names by code or name found in the database, or why it is not there; by default the step as it is.</summary>
    public virtual Task<Outcome<DraftStep>> FindAsync(YipanqiDb db, Actor actor, SchemeDefinition definition, CancellationToken cancellation) => Task.FromResult<Outcome<DraftStep>>(this);

    /// <summary>The definition after the step with words for the history, or why it cannot be.</summary>
    public abstract Outcome<DraftStepped> Apply(SchemeDefinition definition);

    protected static Outcome<DraftStepped> Done(SchemeDefinition definition, string what) => new DraftStepped(definition, what);

    protected static Refusal NoNode(string code) => new("draft.node", "", $"草稿里没有节点 {code}，可能已被移除。请刷新后再看。");
}
