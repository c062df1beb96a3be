namespace Yipanqi.Web.Modules.PublicService;

/// <summary>A complaint as its page and the list show it.</summary>
public sealed record ComplaintLine(Guid Id, string Number, string Text, string Contact, string PagePath, DateOnly ReceivedDay, string Answer, DateTime? AnsweredUtc);
