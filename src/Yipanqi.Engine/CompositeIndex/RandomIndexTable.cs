namespace Yipanqi.Engine.CompositeIndex;

/// <summary>
/// Random index RI(n): the mean consistency index of random judgement matrices of size n, by which a consistency index is divided.
/// Sources simulated it differently, so a consistency ratio always names its table.
/// </summary>
public sealed class RandomIndexTable
{
    private readonly double[] _values;

    private RandomIndexTable(string name, params double[] values) => (Name, _values) = (name, values);

    /// <summary>Saaty 1980, The Analytic Hierarchy Process; up to n = 10. The default.</summary>
    public static RandomIndexTable Saaty1980 { get; } = new("saaty_1980", 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49);

    /// <summary>Tummala and Ling 1998, as held by pymcdm; up to n = 15.</summary>
    public static RandomIndexTable TummalaLing1998 { get; } = new(
        "tummala_ling_1998_pymcdm", 0, 0, 0.5799, 0.8921, 1.1159, 1.2358, 1.3322, 1.3952, 1.4537, 1.4882, 1.5117, 1.5356, 1.5571, 1.5714, 1.5831);

    /// <summary>Changsheng 2013, as held by scikit-criteria; up to n = 15.</summary>
    public static RandomIndexTable Changsheng2013 { get; } = new(
        "changsheng_2013_scikit_criteria", 0, 0, 0.52, 0.89, 1.12, 1.26, 1.36, 1.41, 1.46, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59);

    /// <summary>Simulated by the authors of ahpsurvey; up to n = 15.</summary>
    public static RandomIndexTable AhpsurveySimulated { get; } = new(
        "ahpsurvey_simulated",
        0, 0, 0.5251686, 0.8836651, 1.1081014, 1.2492774, 1.3415514, 1.4048466, 1.4507197, 1.4857266, 1.5141022, 1.5356638, 1.5545925, 1.5703498, 1.5839958);

    /// <summary>All tables, the default first.</summary>
    public static IReadOnlyList<RandomIndexTable> All { get; } = [Saaty1980, TummalaLing1998, Changsheng2013, AhpsurveySimulated];

    /// <summary>Name to be stored and shown beside every ratio.</summary>
    public string Name { get; }

    /// <summary>The largest matrix the table covers.</summary>
    public int LargestSize => _values.Length;

    /// <summary>A table by its name.</summary>
    /// <exception cref="IndexRefusedException"><c>table_unknown</c>, with the names there are.</exception>
    public static RandomIndexTable Named(string name) =>
        All.FirstOrDefault(table => table.Name == name)
        ?? throw new IndexRefusedException("table_unknown", $"There is no random-index table \"{name}\": take one of {string.Join(", ", All.Select(table => table.Name))}.");

    /// <summary>RI(n).</summary>
    /// <param name="size">Size n of the matrix, at least 1.</param>
    /// <exception cref="IndexRefusedException"><c>matrix_too_large</c> where the table ends before n.</exception>
    public double For(int size) =>
        size <= LargestSize
            ? _values[size - 1]
            : throw new IndexRefusedException(
                "matrix_too_large",
                $"The table {Name} ends at {LargestSize} criteria and the matrix has {size}: group the criteria into levels, or name a table that reaches further ({string.Join(", ", All.Where(table => table.LargestSize >= size).Select(table => table.Name))}).");
}
