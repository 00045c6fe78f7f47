"""Marks whose archive stands behind them, or that go from narrow to broad."""
