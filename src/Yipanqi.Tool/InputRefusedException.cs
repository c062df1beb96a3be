namespace Yipanqi.Tool;

/// <summary>Input the tool cannot use. The message names the file, row and column where there are any, and the remedy.</summary>
/// <param name="message">One sentence for standard error.</param>
internal sealed class InputRefusedException(string message) : Exception(message);
