namespace Yipanqi.Web.Files.Imports;

/// <summary>A remark on one cell, or on a row where <paramref name="Column"/> is empty.</summary>
/// <param name="Row">Row number in the file.</param>
/// <param name="Column">Letter of the column.</param>
/// <param name="Message">Chinese sentence: what is wrong and how to mend it.</param>
/// <param name="IsFault">True stops the import; false asks the person to look.</param>
public sealed record ImportFault(int Row, string Column, string Field, string Message, bool IsFault);
