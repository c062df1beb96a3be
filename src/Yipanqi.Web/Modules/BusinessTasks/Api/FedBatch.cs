namespace Yipanqi.Web.Modules.BusinessTasks.Api;

/// <summary>What a business system sends at once: taken whole or not at all.</summary>
public sealed record FedBatch(IReadOnlyList<FedTask?>? Tasks)
{
    public const int MostTasks = 200;
}
