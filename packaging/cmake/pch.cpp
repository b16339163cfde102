// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing of its own: CMake compiles the precompiled headers beside a target's sources, and a target must have one.
