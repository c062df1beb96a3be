using Yipanqi.Web.Shell.Levels;

namespace Yipanqi.Web.Shell.Drawing;

/// <summary>One organ with both scores known; those without data are told in the sentence, not drawn.</summary>
public sealed record ScatterPoint(string Name, double Party, double Business, LevelMark Level, string? Href = null);
