package org.entente.fusion;

/// Where a sensor can see, on the site's plane in metres. The edge is soft: a state is only known to some metres.
public sealed interface Fov {

    /// How much of what is at (x, y), known to about `blur` metres, lies inside: 0 to 1, one half on the edge.
    double inside(double x, double y, double blur);

    /// Its area, m².
    double area();

    /// The upright box around it: left, low, right, high.
    double[] box();

    /// Sees the whole plane; false reports come from a part of it.
    record Everywhere(double x0, double y0, double x1, double y1) implements Fov {
        @Override
        public double area() {
            return (x1 - x0) * (y1 - y0);
        }

        @Override
        public double[] box() {
            return new double[]{x0, y0, x1, y1};
        }

        @Override
        public double inside(double x, double y, double blur) {
            return 1;
        }
    }

    /// An upright rectangle.
    record Rect(double x0, double y0, double x1, double y1) implements Fov {
        @Override
        public double inside(double x, double y, double blur) {
            return Fov.soft(Math.min(Math.min(x - x0, x1 - x), Math.min(y - y0, y1 - y)), blur);
        }

        @Override
        public double area() {
            return (x1 - x0) * (y1 - y0);
        }

        @Override
        public double[] box() {
            return new double[]{x0, y0, x1, y1};
        }
    }

    /// A sector of a ring around a sensor.
    ///
    /// @param azimuth of its middle, radians, counter-clockwise from east
    /// @param half half its opening, radians
    record Sector(double x, double y, double azimuth, double half, double rmin, double rmax) implements Fov {
        @Override
        public double inside(double px, double py, double blur) {
            double dx = px - x;
            double dy = py - y;
            double range = Math.sqrt(dx * dx + dy * dy);
            double depth = Math.min(range - rmin, rmax - range);
            if (half < StrictMath.PI) {
                double off = Math.abs(Plane.wrap(StrictMath.atan2(dy, dx) - azimuth));
                depth = Math.min(depth, (half - off) * range);
            }
            return Fov.soft(depth, blur);
        }

        @Override
        public double area() {
            return half * (rmax * rmax - rmin * rmin);
        }

        @Override
        public double[] box() {
            return new double[]{x - rmax, y - rmax, x + rmax, y + rmax};
        }
    }

    private static double soft(double depth, double blur) {
        double edge = Math.max(blur, 0.5);
        return depth >= edge ? 1 : depth <= -edge ? 0 : 0.5 + 0.5 * depth / edge;
    }
}
